import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { cellsOfCharacter } from '#server/paper/cells.ts';
import {
  cellDots,
  feedDots,
  lineDots,
  type Block,
  type Sheet,
  type TextBlock,
} from '#server/paper/sheet.ts';
import { base } from '../base-styles.ts';
import { qrPath, quietModules } from './qr-path.ts';

const marginDots = 32;

/**
 * A printed ticket, dot for dot as the printer is told it: the same layout, cell by cell.
 *
 * - `sheet`: of `layOut`
 * - `label`: what screen readers are told before the lines
 */
@customElement('ph-paper')
export class Paper extends LitElement {
  @property({ attribute: false }) sheet: Sheet | null = null;
  @property() label = '';

  override render(): TemplateResult | typeof nothing {
    const { sheet } = this;
    if (sheet === null) return nothing;
    let y = marginDots;
    const drawn = sheet.blocks.map((block) => {
      const at = y;
      y += heightOf(block);
      return drawnBlock(block, at, sheet.dots);
    });
    const width = sheet.dots + marginDots * 2;
    const said = sheet.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    return html`<svg
      viewBox="0 0 ${width} ${y + marginDots}"
      role="img"
      aria-label=${[this.label, ...said.filter((text) => !/^-+$/.test(text))].join('. ')}
    >
      ${drawn}
    </svg>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
        background: #fdfdfb;
        fill: #1a1a1a;
        font-family: var(--font);
        font-weight: 500;
      }
      .bold {
        font-weight: 700;
      }
    `,
  ];
}

function heightOf(block: Block): number {
  switch (block.kind) {
    case 'text':
      return feedDots(block.high);
    case 'code':
      return (qrPath(block.text).side - quietModules * 2) * block.moduleDots;
    case 'image':
      return block.bitmap.heightDots;
    case 'space':
      return block.dots;
  }
}

function drawnBlock(block: Block, y: number, paperDots: number): TemplateResult | typeof nothing {
  switch (block.kind) {
    case 'text':
      return drawnText(block, y, paperDots);
    case 'code': {
      const { side, path } = qrPath(block.text);
      const inner = (side - quietModules * 2) * block.moduleDots;
      const x = marginDots + (paperDots - inner) / 2 - quietModules * block.moduleDots;
      const top = y - quietModules * block.moduleDots;
      return svg`<path
        transform="translate(${x} ${top}) scale(${block.moduleDots})"
        d=${path}
        shape-rendering="crispEdges"
      />`;
    }
    case 'image':
      return drawnImage(block.bitmap, y, paperDots);
    case 'space':
      return nothing;
  }
}

/** Each character in its own cell, narrowed where it is wider, as the printer sets it. */
function drawnText(block: TextBlock, y: number, paperDots: number): TemplateResult {
  const { text, wide, high, align, bold } = block;
  const characters = Array.from(text, (character) => ({
    character,
    dots: cellsOfCharacter(character) * cellDots,
  }));
  const width = characters.reduce((sum, { dots }) => sum + dots, 0);
  const room = paperDots - width * wide;
  const left = marginDots + (align === 'left' ? 0 : align === 'center' ? room / 2 : room);
  let x = 0;
  const glyphs = characters.map(({ character, dots }) => {
    const at = x + dots / 2;
    x += dots;
    // Wide Latin letters are narrowed into their cell; the others keep their shape.
    const isWide = dots === cellDots && /[A-Zmw%@&]/.test(character);
    return character === ' '
      ? nothing
      : svg`<text
          x=${at}
          y=${lineDots - 4}
          font-size="22"
          text-anchor="middle"
          textLength=${isWide ? dots : nothing}
          lengthAdjust=${isWide ? 'spacingAndGlyphs' : nothing}
        >${character}</text>`;
  });
  return svg`<g
    class=${bold ? 'bold' : ''}
    transform="translate(${left} ${y}) scale(${wide} ${high})"
  >${glyphs}</g>`;
}

function drawnImage(
  { widthDots, heightDots, bits }: Extract<Block, { kind: 'image' }>['bitmap'],
  y: number,
  paperDots: number,
): TemplateResult {
  const rows = Uint8Array.from(atob(bits), (character) => character.charCodeAt(0));
  const rowBytes = Math.ceil(widthDots / 8);
  const isBlack = (column: number, row: number): boolean =>
    ((rows[row * rowBytes + (column >> 3)] ?? 0) & (0x80 >> (column & 7))) !== 0;
  const steps: string[] = [];
  for (let row = 0; row < heightDots; row += 1) {
    for (let column = 0; column < widthDots; column += 1) {
      if (!isBlack(column, row)) continue;
      const from = column;
      while (column + 1 < widthDots && isBlack(column + 1, row)) column += 1;
      steps.push(`M${from} ${row}h${column - from + 1}v1H${from}z`);
    }
  }
  const x = marginDots + (paperDots - widthDots) / 2;
  return svg`<path
    transform="translate(${x} ${y})"
    d=${steps.join('')}
    shape-rendering="crispEdges"
  />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-paper': Paper;
  }
}
