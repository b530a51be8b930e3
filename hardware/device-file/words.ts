import { text } from '#protocol/words/text.ts';

/** What is wrong in a device file, beside what hall files share. */
export const deviceFileWords = {
  wrongForm: (written: string) =>
    text(`“${written}”写法不对。`, `"${written}" does not have the right form.`),
  wrongKey: (key: string) =>
    text(`键“${key}”写法不对。`, `The key "${key}" does not have the right form.`),
  lineTaken: (line: number) =>
    text(
      `第 ${String(line)} 行的设备已经用了这条线，两台设备不能共用。`,
      `The device on line ${String(line)} has this line already; the two cannot share it.`,
    ),
};

/** What a text must look like. */
export const deviceForms = {
  tcp: text(
    '写成“地址:端口”，例如 "192.168.1.50:9100"。',
    'Write "host:port", such as "192.168.1.50:9100".',
  ),
  file: text(
    '写设备文件的完整路径，例如 /dev/usb/lp0。',
    'Write a whole path, such as /dev/usb/lp0.',
  ),
  lp: text('写打印队列的名字。', 'Write the name of a queue.'),
  id: text(
    '用字母、数字、点、横线，最多 64 个字符。',
    'Use letters, digits, dots and dashes, 64 characters at most.',
  ),
};
