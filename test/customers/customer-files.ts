import iconv from 'iconv-lite';

/** A file as a hall's manager has it: some rows good, every eighth bad in one of five ways. */
export function drawnFile(count: number): { readonly text: string; readonly badCount: number } {
  const lines = ['手机号,类别,备注'];
  let badCount = 0;
  for (let index = 0; index < count; index += 1) {
    const number = `139${String(index).padStart(8, '0')}`;
    const bad = index % 8 === 7 ? badRow(index) : null;
    if (bad !== null) badCount += 1;
    lines.push(
      bad ?? `${number},${index % 3 === 0 ? '贵宾' : '爱心'},"备注 ${String(index)}，老客户"`,
    );
  }
  return { text: lines.join('\r\n'), badCount };
}

function badRow(index: number): string {
  const rows = [
    ',贵宾,没有号码',
    '1.39E+10,贵宾,表格改坏的',
    '138?0000,贵宾,不是号码',
    `138${String(index).padStart(8, '0')},钻石,没有这个类别`,
    '13900000000,贵宾,重复的',
  ];
  return rows[Math.floor(index / 8) % rows.length] ?? '';
}

export const asGb18030 = (text: string): Buffer => iconv.encode(text, 'gb18030');
export const asUtf8WithMark = (text: string): Buffer => Buffer.from(`\uFEFF${text}`);
