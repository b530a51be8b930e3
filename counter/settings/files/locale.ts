import { defineLocale } from '#ui/locale/index.ts';

export const words = defineLocale({
  zh: {
    'export-title': '导出',
    'export-help':
      '现在生效的设置写成一个营业厅配置文件（YAML），带说明，不带密码和顾客名单。可以存档，也可以给另一个厅用。',
    export: '下载配置文件',
    'template-title': '给新厅的样本',
    'template-help': '一个带说明的小配置文件，照着改就能开一个新厅。',
    template: '下载样本',
    'import-title': '导入',
    'import-help': '读进来先成为草稿，和现在的逐项对照，您看过再保存。',
    import: '选一个配置文件',
    'import-read': '已读进来，成为草稿：{count} 处和现在不同。请查看后保存。',
    'import-same': '这个文件和现在的设置一样。',
    'left-pins': '文件里的密码没有读：密码在人员页里设。',
    'left-customers': '文件里的顾客名单没有读：名单在顾客页里导入。',
    'left-logo': '小票图标是另一个文件，没有读，保留现在的。',
    problems: '这个文件有 {count} 处要改，改好再导入',
    place: '第 {line} 行，第 {column} 列',
    away: '服务主机暂时连不上，没有读成。',
    'too-large': '文件太大了，不像是配置文件。',
  },
  en: {
    'export-title': 'Export',
    'export-help':
      'What holds now as a hall file (YAML): with comments, without pins and without customers. To keep, or for another hall.',
    export: 'Download the hall file',
    'template-title': 'For a new hall',
    'template-help': 'A small hall file with comments, to begin a new hall with.',
    template: 'Download the template',
    'import-title': 'Import',
    'import-help': 'A file becomes a draft first, compared with what holds; you look and save.',
    import: 'Choose a hall file',
    'import-read':
      'Read as a draft: {count} places differ from what holds. Please review and save.',
    'import-same': 'The file says what holds already.',
    'left-pins': 'Its pins were not read: they are set on the page of the staff.',
    'left-customers': 'Its list of customers was not read: it is imported on the customers’ page.',
    'left-logo': 'The logo is a file of its own and was not read; the present one stays.',
    problems: ({ count }) =>
      `${count} ${count === 1 ? 'place' : 'places'} of this file must be mended before it is read`,
    place: 'line {line}, column {column}',
    away: 'The hub is away for the moment; nothing was read.',
    'too-large': 'The file is too large to be a hall file.',
  },
});
