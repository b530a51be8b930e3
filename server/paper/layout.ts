import type { TicketLine, TicketTemplate } from '#core/hall-config.ts';
import type { Language, Text } from '#core/vocabulary.ts';
import { brokenInto, cellsOf, onPaper } from './cells.ts';
import { moduleDotsFor } from './code-size.ts';
import { defaultTemplate } from './default-template.ts';
import { localTime } from './local-time.ts';
import { cellDots, cellsOfPaper, type Block, type PaperWidth, type Sheet } from './sheet.ts';
import type { Slip } from './slip.ts';
import { paperWords } from './words.ts';

/** The usual sizes of the parts; a template may say otherwise. */
const usualSize = { hall: 2, service: 2, number: 8, fact: 2, code: 7 } as const;

/**
 * Lays a ticket out. Pure and total: texts that are too long are broken, sizes that do not fit are
 * lessened, a code that cannot be read is left out, and parts without anything to say take no room.
 *
 * @param template null: the house's own
 */
export function layOut(slip: Slip, template: TicketTemplate | null, widthMm: PaperWidth): Sheet {
  const { language, lines, logo } = template ?? defaultTemplate;
  const cells = cellsOfPaper(widthMm);
  const dots = cells * cellDots;
  const speaking = language === 'both' ? inOrder(slip.languages) : [slip.language];
  const page: Page = { slip, logo, cells, dots, speaking };
  const flags = flagged(page);
  const blocks = [
    ...flags,
    ...(flags.length === 0 ? [] : [{ kind: 'space' as const, dots: 18 }]),
    ...lines.flatMap((line) => partOf(page, line)),
    // What tells a copy from the first paper is no matter of taste: it is on both ends.
    ...(slip.isCopy ? flagged(page) : []),
  ];
  return { widthMm, cells, dots, blocks: tidied(blocks) };
}

interface Page {
  readonly slip: Slip;
  readonly logo: TicketTemplate['logo'];
  readonly cells: number;
  readonly dots: number;
  readonly speaking: readonly Language[];
}

function partOf(page: Page, line: TicketLine): readonly Block[] {
  const { slip } = page;
  switch (line.show) {
    case 'logo':
      return page.logo === null || page.logo.widthDots > page.dots
        ? []
        : [{ kind: 'image', bitmap: page.logo }];
    case 'hall':
      return names(page, line, slip.hall, usualSize.hall);
    case 'service':
      return names(page, line, slip.service, usualSize.service, true);
    case 'number':
      return number(page, line);
    case 'class':
      return slip.isDefaultClass
        ? []
        : eachLanguage(page, (speaking) =>
            written(page, line, slip.className[speaking], speaking, 1, 'center'),
          );
    case 'ahead':
      return eachLanguage(page, (speaking, rank) => {
        const say = paperWords[speaking];
        return slip.ahead === 0
          ? written(page, line, say.youAreNext, speaking, factSize(line, rank), 'left', true)
          : fact(page, line, say.ahead, say.people(slip.ahead), rank);
      });
    case 'estimate':
      // Who is next knows enough; a figure would only take it back.
      if (slip.ahead === 0) return [];
      return eachLanguage(page, (speaking, rank) => {
        const say = paperWords[speaking];
        const wait = slip.estimate === null ? say.notKnown : say.wait(slip.estimate);
        return fact(page, line, say.estimate, wait, rank);
      });
    case 'time': {
      const time = localTime(slip.issuedAt, slip.timezone);
      return eachLanguage(page, (speaking) =>
        written(page, line, paperWords[speaking].taken(time), speaking, 1, 'center'),
      );
    }
    case 'code':
      return code(page, line);
    case 'how':
      return eachLanguage(page, (speaking) =>
        written(page, line, paperWords[speaking].how(slip.number), speaking, 1, 'left'),
      );
    case 'papers':
      return slip.papers.length === 0 ? [] : eachLanguage(page, (each) => papers(page, line, each));
    case 'notices':
      return slip.notices.flatMap((notice) =>
        eachLanguage(page, (speaking) =>
          written(page, line, notice[speaking], speaking, 1, 'left'),
        ),
      );
    case 'hotline': {
      const { hotline } = slip;
      if (hotline === null) return [];
      return eachLanguage(page, (speaking) =>
        written(page, line, `${paperWords[speaking].hotline} ${hotline}`, speaking, 1, 'center'),
      );
    }
    case 'text': {
      const { text } = line;
      if (text === null) return [];
      return eachLanguage(page, (speaking) =>
        written(page, line, text[speaking], speaking, 1, 'center'),
      );
    }
    case 'rule':
      return [plain('-'.repeat(page.cells))];
    case 'space':
      return [{ kind: 'space', dots: 24 * (line.size ?? 1) }];
  }
}

/** A name large in the first language, and in the second beneath it. */
function names(page: Page, line: TicketLine, name: Text, size: number, bold = false): Block[] {
  return eachLanguage(page, (speaking, rank) =>
    written(page, line, name[speaking], speaking, rank === 0 ? size : 1, 'center', bold),
  );
}

/** As large as paper and printer let it be. */
function number({ slip, cells }: Page, line: TicketLine): Block[] {
  const fitting = Math.floor(cells / Math.max(1, cellsOf(slip.number)));
  const size = Math.max(1, Math.min(line.size ?? usualSize.number, fitting, 8));
  const align = line.align ?? 'center';
  const bold = line.bold ?? true;
  return [{ kind: 'text', text: slip.number, wide: size, high: size, align, bold }];
}

/** `label` on the left, what it is on the right; high only, or apart, where it does not fit. */
function fact(page: Page, line: TicketLine, label: string, value: string, rank: number): Block[] {
  const size = factSize(line, rank);
  const needed = cellsOf(label) + 1 + cellsOf(value);
  // Facts stand in a column: on narrow paper all of them are high only, not just the long one.
  const wished = page.cells < cellsOfPaper(80) ? 1 : size;
  const wide = Math.min(wished, Math.floor(page.cells / needed));
  if (wide === 0) return [plain(label), { ...plain(value), align: 'right' }];
  const room = Math.floor(page.cells / wide);
  const text = label + ' '.repeat(room - needed + 1) + value;
  return [
    { kind: 'text', text, wide, high: size, align: line.align ?? 'left', bold: line.bold ?? false },
  ];
}

function factSize(line: TicketLine, rank: number): number {
  return rank === 0 ? (line.size ?? usualSize.fact) : 1;
}

function code(page: Page, line: TicketLine): Block[] {
  const { address } = page.slip;
  if (address === null) return [];
  const moduleDots = moduleDotsFor(address, line.size ?? usualSize.code, page.dots);
  if (moduleDots === null) return [];
  return [
    { kind: 'space', dots: 24 },
    { kind: 'code', text: address, moduleDots },
    { kind: 'space', dots: 12 },
    ...eachLanguage(page, (speaking) =>
      written(page, line, paperWords[speaking].code, speaking, 1, 'center'),
    ),
  ];
}

function papers(page: Page, line: TicketLine, speaking: Language): Block[] {
  const items = page.slip.papers.flatMap((paper) =>
    brokenInto(onPaper(paper[speaking], speaking), page.cells - 2).map((text, index) =>
      plain((index === 0 ? '- ' : '  ') + text),
    ),
  );
  return [{ ...plain(paperWords[speaking].papers), bold: line.bold ?? true }, ...items];
}

/** A copy and a training ticket say so before anything else. */
function flagged(page: Page): Block[] {
  const { isCopy, isTraining } = page.slip;
  return eachLanguage(page, (speaking) => {
    const { copy, training } = paperWords[speaking];
    const said = [isCopy ? copy : null, isTraining ? training : null].filter(
      (each) => each !== null,
    );
    return said.flatMap((each) =>
      brokenInto(each, page.cells - 4).map((text) => ({
        ...plain(`* ${text} *`),
        align: 'center' as const,
        bold: true,
      })),
    );
  });
}

/** A running text at a size, broken into lines. */
function written(
  page: Page,
  line: TicketLine,
  said: string,
  speaking: Language,
  usual: number,
  usualAlign: 'left' | 'center',
  usualBold = false,
): Block[] {
  const size = line.show === 'code' ? usual : Math.min(line.size ?? usual, 8);
  const text = onPaper(said, speaking);
  // A name that would break at its size is rather read whole, smaller.
  const isShort = line.show === 'hall' || line.show === 'service';
  const fits = cellsOf(text) * size <= page.cells;
  const wide = isShort && !fits ? Math.max(1, Math.floor(page.cells / cellsOf(text))) : size;
  const align = line.align ?? usualAlign;
  const bold = line.bold ?? usualBold;
  return brokenInto(text, page.cells / wide).map((part) => ({
    kind: 'text',
    text: part,
    wide,
    high: isShort ? Math.max(wide, Math.min(size, 2)) : wide,
    align,
    bold,
  }));
}

function eachLanguage(
  { speaking }: Page,
  say: (language: Language, rank: number) => readonly Block[],
): Block[] {
  return speaking.flatMap((language, rank) => say(language, rank));
}

function inOrder(languages: readonly Language[]): readonly Language[] {
  return languages.length === 0 ? ['zh', 'en'] : languages;
}

function plain(text: string): Extract<Block, { kind: 'text' }> {
  return { kind: 'text', text, wide: 1, high: 1, align: 'left', bold: false };
}

/** No line between nothing and nothing: a rule at an end, or two in a row, say nothing. */
function tidied(blocks: readonly Block[]): readonly Block[] {
  const isRule = (block: Block | undefined) =>
    block?.kind === 'text' && /^-{10,}$/.test(block.text);
  return blocks.filter(
    (block, index) =>
      !isRule(block) || (index > 0 && index < blocks.length - 1 && !isRule(blocks[index - 1])),
  );
}
