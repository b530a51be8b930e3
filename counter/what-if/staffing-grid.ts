import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import { LanguageController, timeOfDay } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { painted, type StaffingGrid } from './staffing-model.ts';

interface Cell {
  readonly row: number;
  readonly slot: number;
}

/**
 * Which counters are open when: pressed cell by cell, or painted by dragging along a counter.
 *
 * - `grid`, `timezone`
 *
 * @fires grid-changed detail: the new `StaffingGrid`
 */
@customElement('ph-staffing-grid')
export class StaffingGridElement extends LitElement {
  @property({ attribute: false }) grid: StaffingGrid = { slots: [], rows: [] };
  @property() timezone = 'UTC';

  /** The one cell that is in the order of the tab key. */
  @property({ attribute: false }) private current: Cell = { row: 0, slot: 0 };
  private stroke: (Cell & { readonly open: boolean; readonly before: StaffingGrid }) | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    const { slots, rows } = this.grid;
    return html`<div
      class="grid"
      role="group"
      aria-label=${words.t('staffing')}
      ${setStyle({ '--slots': String(slots.length) })}
      @keydown=${this.keyed}
      @pointerdown=${this.pressed}
      @pointermove=${this.dragged}
      @pointerup=${this.lifted}
      @pointercancel=${this.lifted}
    >
      <div class="row head" aria-hidden="true">
        <span class="name"></span>
        ${slots.map((fromMs, index) => this.hour(fromMs, index))}
      </div>
      ${rows.map(
        ({ counter, open }, row) =>
          html`<div class="row">
            <span class="name">${words.t('counter-row', { counter })}</span>
            ${open.map((isOpen, slot) => this.cell(counter, row, slot, isOpen))}
          </div>`,
      )}
    </div>`;
  }

  private hour(fromMs: number, index: number): TemplateResult {
    const time = timeOfDay(fromMs, this.timezone);
    const isFull = time.endsWith(':00') || index === 0;
    return html`<span class="hour">${isFull ? time : ''}</span>`;
  }

  private cell(counter: string, row: number, slot: number, open: boolean): TemplateResult {
    const from = timeOfDay(this.grid.slots[slot] ?? 0, this.timezone);
    const isCurrent = this.current.row === row && this.current.slot === slot;
    return html`<button
      type="button"
      class="cell"
      data-row=${row}
      data-slot=${slot}
      tabindex=${isCurrent ? 0 : -1}
      aria-pressed=${open ? 'true' : 'false'}
      aria-label=${words.t(open ? 'cell-open' : 'cell-closed', { counter, from })}
    ></button>`;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    const { row, slot } = this.current;
    const steps: Readonly<Record<string, Cell>> = {
      ArrowLeft: { row, slot: slot - 1 },
      ArrowRight: { row, slot: slot + 1 },
      ArrowUp: { row: row - 1, slot },
      ArrowDown: { row: row + 1, slot },
      Home: { row, slot: 0 },
      End: { row, slot: this.grid.slots.length - 1 },
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (this.isOpen(to) === undefined) return;
      this.current = to;
      void this.updateComplete.then(() => this.buttonAt(to)?.focus());
      return;
    }
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    this.tell(painted(this.grid, row, slot, slot, this.isOpen(this.current) !== true));
  };

  private readonly pressed = (event: PointerEvent): void => {
    const cell = cellOf(event.composedPath()[0]);
    if (cell === null || event.button !== 0) return;
    this.current = cell;
    this.stroke = { ...cell, open: this.isOpen(cell) !== true, before: this.grid };
    this.paintTo(cell);
  };

  private readonly dragged = (event: PointerEvent): void => {
    if (this.stroke === null) return;
    const under = this.shadowRoot?.elementFromPoint(event.clientX, event.clientY);
    const cell = cellOf(under);
    if (cell !== null) this.paintTo(cell);
  };

  private readonly lifted = (): void => {
    this.stroke = null;
  };

  private paintTo({ slot }: Cell): void {
    const { stroke } = this;
    if (stroke === null) return;
    this.tell(painted(stroke.before, stroke.row, stroke.slot, slot, stroke.open));
  }

  private tell(grid: StaffingGrid): void {
    this.grid = grid;
    emit(this, 'grid-changed', grid);
  }

  private isOpen({ row, slot }: Cell): boolean | undefined {
    return this.grid.rows[row]?.open[slot];
  }

  private buttonAt({ row, slot }: Cell): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-row='${row}'][data-slot='${slot}']`);
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow-x: auto;
        scrollbar-width: thin;
      }
      .grid {
        display: grid;
        gap: var(--space-4);
        min-width: max-content;
        padding: var(--space-4);
        touch-action: pan-y;
        user-select: none;
      }
      .row {
        display: grid;
        grid-template-columns: calc(var(--u) * 84) repeat(
            var(--slots),
            minmax(calc(var(--u) * 26), 1fr)
          );
        align-items: center;
        column-gap: calc(var(--u) * 2);
      }
      .name {
        position: sticky;
        left: 0;
        z-index: 1;
        padding-inline-end: var(--space-8);
        background: var(--surface);
        font-size: var(--text-15);
        font-weight: var(--weight-label);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .hour {
        color: var(--ink2);
        font-size: var(--text-13);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        overflow: visible;
        width: 0;
      }
      .cell {
        height: calc(var(--u) * 30);
        padding: 0;
        border: 0;
        border-radius: calc(var(--u) * 4);
        background: var(--sunk);
        box-shadow: inset 0 0 0 1px var(--line);
        cursor: pointer;
      }
      .cell[aria-pressed='true'] {
        background: var(--plate);
        box-shadow: none;
      }
      .cell:focus-visible {
        outline-offset: 1px;
      }
      @media (pointer: coarse) {
        .cell {
          height: var(--target);
        }
        .row {
          grid-template-columns: calc(var(--u) * 84) repeat(
              var(--slots),
              minmax(calc(var(--u) * 34), 1fr)
            );
        }
      }
    `,
  ];
}

function cellOf(target: unknown): Cell | null {
  if (!(target instanceof HTMLElement)) return null;
  const { row, slot } = target.dataset;
  return row === undefined || slot === undefined ? null : { row: Number(row), slot: Number(slot) };
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-staffing-grid': StaffingGridElement;
  }
}
