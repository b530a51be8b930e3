import type { Text } from '#core/vocabulary.ts';
import { text } from '#protocol/words/text.ts';
import type { WavFault } from '#server/voice/sound/wav.ts';

/** What is said of a voice that cannot speak, and of a pack with mistakes. */

export const wavFaultWords: Readonly<Record<WavFault, Text>> = {
  'not-wav': text('不是 WAV 文件', 'not a WAV file'),
  'no-sound': text('里面没有声音', 'it holds no sound'),
  'unknown-coding': text(
    '编码不认识，请存成 16 位 PCM',
    'its coding is unknown; save it as 16-bit PCM',
  ),
  'too-long': text('太长了', 'it is too long'),
  'odd-rate': text('采样率要在 8 到 48 kHz 之间', 'its sample rate is not between 8 and 48 kHz'),
  'cut-off': text('文件不完整', 'the file is cut off'),
};

/** Why a recorded prompt was not kept. */
export const clipFaultWords: Readonly<Record<WavFault | 'silent' | 'bad-key' | 'full', Text>> = {
  ...wavFaultWords,
  silent: text(
    '没有录到声音，请靠近话筒再念一遍',
    'nothing was heard; please come nearer and say it once more',
  ),
  'bad-key': text('这个提示音的名字不对', 'this is not the name of a prompt'),
  full: text('语音包满了', 'the pack is full'),
};

export const faultWords = {
  noEspeak: (): Text =>
    text(
      '没有装 espeak-ng。Debian 上运行：apt install espeak-ng。',
      'espeak-ng is not installed. On Debian: apt install espeak-ng.',
    ),
  espeakSpells: (voice: string): Text =>
    text(
      `espeak-ng 的“${voice}”把“号”念成拉丁字母，听不懂，没有采用。`,
      `The voice "${voice}" of espeak-ng spells 号 in Latin letters; nobody would understand it.`,
    ),
  espeakNoVoice: (voice: string): Text =>
    text(`espeak-ng 没有“${voice}”这个声音。`, `espeak-ng has no voice "${voice}".`),
  espeakSilent: (voice: string): Text =>
    text(`espeak-ng 的“${voice}”没有出声。`, `The voice "${voice}" of espeak-ng stays silent.`),
  espeakUses: (voice: string): Text => text(`用“${voice}”`, `speaks as "${voice}"`),
  noModelPackage: (): Text =>
    text(
      '有模型，没有 sherpa-onnx-node。运行：npm install sherpa-onnx-node。',
      'There is a model, but no sherpa-onnx-node. Run: npm install sherpa-onnx-node.',
    ),
  noModelFolder: (folder: string): Text =>
    text(`没有模型文件夹“${folder}”。`, `There is no model folder "${folder}".`),
  modelWithout: (missing: string): Text =>
    text(`模型文件夹里缺 ${missing}。`, `The model folder lacks ${missing}.`),
  modelFailed: (reason: string): Text =>
    text(`模型打不开：${reason}`, `The model cannot be opened: ${reason}`),
  modelResting: (): Text =>
    text('模型几次没有回音，先停用。', 'The model did not answer several times; it rests for now.'),
  noPack: (pack: string): Text =>
    text(`没有语音包“${pack}”。`, `There is no voice pack "${pack}".`),
  packNotChosen: (): Text => text('还没有选语音包。', 'No voice pack has been chosen.'),
  packLacks: (count: number): Text =>
    text(
      `还差 ${count} 个提示音，差到的句子由别的声音念。`,
      `${count} prompts are missing; sentences that need them are spoken by another voice.`,
    ),
  packFaulty: (count: number): Text =>
    text(
      `有 ${count} 处要改，见下面。`,
      count === 1 ? 'One thing to mend, see below.' : `${count} things to mend, see below.`,
    ),
} as const;

export const manifestWords = {
  missing: (): Text => text('没有 manifest.json', 'there is no manifest.json'),
  notJson: (): Text => text('不是 JSON', 'it is not JSON'),
  tooLarge: (): Text => text('太大了', 'it is too large'),
  format: (): Text => text('format 要是 1', 'format must be 1'),
  unknownKey: (key: string): Text => text(`没有“${key}”这一项`, `there is no key "${key}"`),
  needsText: (key: string): Text => text(`${key} 要写字`, `${key} must be a text`),
  needsClips: (): Text =>
    text(
      'clips 要写成 { "zh:请": { "file": "…" } }',
      'clips must be written { "zh:请": { "file": "…" } }',
    ),
  tooManyClips: (max: number): Text =>
    text(`提示音太多，最多 ${max} 个`, `there are too many clips: ${max} at most`),
  badKey: (): Text => text('名字要以 zh: 或 en: 开头', 'its name must begin with zh: or en:'),
  badFile: (): Text =>
    text(
      'file 要是本文件夹里的文件名，不带路径',
      'file must name a file of this folder, without a path',
    ),
  noFile: (file: string): Text => text(`没有文件 ${file}`, `there is no file ${file}`),
  tooLargeFile: (file: string): Text => text(`${file} 太大了`, `${file} is too large`),
  silent: (file: string): Text => text(`${file} 里听不到声音`, `${file} is silent`),
  wav: (file: string, fault: WavFault): Text =>
    text(`${file}：${wavFaultWords[fault].zh}`, `${file}: ${wavFaultWords[fault].en}`),
} as const;
