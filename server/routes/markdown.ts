/**
 * The few forms of Markdown that docs/ uses (headings, paragraphs, lists, tables, code, links) as
 * HTML. Everything is escaped first: a document cannot bring markup of its own.
 *
 * @param linkOf where a link of the document leads on this hub; null: its words stand alone
 */
export function htmlOfMarkdown(source: string, linkOf: (target: string) => string | null): string {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const out: string[] = [];
  let at = 0;
  const line = (): string => lines[at] ?? '';
  const gather = (fits: (text: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && fits(line())) at += 1;
    return lines.slice(from, at);
  };
  const inline = (text: string): string => inlineHtml(text, linkOf);

  while (at < lines.length) {
    const text = line();
    const heading = /^(#{1,6})\s+(.*)$/.exec(text);
    if (text.trim() === '') {
      at += 1;
    } else if (text.startsWith('```')) {
      at += 1;
      const code = gather((each) => !each.startsWith('```'));
      at += 1;
      out.push(`<pre tabindex="0"><code>${escaped(code.join('\n'))}</code></pre>`);
    } else if (heading !== null) {
      const level = String(heading[1]?.length ?? 1);
      out.push(`<h${level}>${inline(heading[2] ?? '')}</h${level}>`);
      at += 1;
    } else if (text.startsWith('|')) {
      out.push(
        table(
          gather((each) => each.startsWith('|')),
          inline,
        ),
      );
    } else if (listItem.test(text)) {
      const tag = /^\s*\d/.test(text) ? 'ol' : 'ul';
      const own = gather((each) => listItem.test(each) || /^\s+\S/.test(each));
      out.push(
        `<${tag}>${items(own)
          .map((each) => `<li>${inline(each)}</li>`)
          .join('')}</${tag}>`,
      );
    } else if (text.startsWith('>')) {
      const quoted = gather((each) => each.startsWith('>')).map((each) => each.slice(1).trim());
      out.push(`<blockquote><p>${inline(quoted.join(' '))}</p></blockquote>`);
    } else {
      // At least this one, whatever it is: every line is consumed.
      const first = lines[at] ?? '';
      at += 1;
      const rest = gather((each) => each.trim() !== '' && !opensBlock.test(each));
      out.push(`<p>${inline([first, ...rest].join(' '))}</p>`);
    }
  }
  return out.join('\n');
}

const listItem = /^\s*(?:[-*]|\d+\.)\s+/;
const opensBlock = /^(?:#{1,6}\s|```|\||>|\s*(?:[-*]|\d+\.)\s)/;

/** Items with their continued lines; nested lists read as items of their own. */
function items(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const each of lines) {
    if (listItem.test(each)) found.push(each.replace(listItem, ''));
    else found.push(`${found.pop() ?? ''} ${each.trim()}`);
  }
  return found;
}

function table(rows: readonly string[], inline: (text: string) => string): string {
  const [head = [], rule, ...body] = rows.map(cellsOf);
  const hasRule = rule?.every((cell) => /^:?-+:?$/.test(cell)) === true;
  const all = hasRule || rule === undefined ? body : [rule, ...body];
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
  return `<div class="wide" tabindex="0"><table><thead>${row(head, 'th')}</thead><tbody>${all
    .map((cells) => row(cells, 'td'))
    .join('')}</tbody></table></div>`;
}

/** `\|` and a bar within code do not part cells. */
function cellsOf(row: string): string[] {
  const cells: string[] = [''];
  let code = false;
  for (let index = 1; index < row.length; index += 1) {
    const char = row[index] ?? '';
    if (char === '`') code = !code;
    if (char === '\\' && row[index + 1] === '|') continue;
    if (char === '|' && !code && row[index - 1] !== '\\') cells.push('');
    else cells.push(`${cells.pop() ?? ''}${char}`);
  }
  return cells.slice(0, -1).map((cell) => cell.trim());
}

function inlineHtml(text: string, linkOf: (target: string) => string | null): string {
  // Code first: what stands in it means nothing more.
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') ? code(part) : marks(escaped(part))))
    .join('')
    .replaceAll(/\[((?:[^[\]]|<[^>]*>)+)\]\(([^()\s]+)\)/g, (_, words: string, target: string) => {
      const href = linkOf(target);
      return href === null ? words : `<a href="${escaped(href)}">${words}</a>`;
    });
}

function code(part: string): string {
  return part.length < 2 ? escaped(part) : `<code>${escaped(part.slice(1, -1))}</code>`;
}

function marks(text: string): string {
  return text
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '<em>$1</em>');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
