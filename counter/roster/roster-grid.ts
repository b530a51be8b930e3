import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { RosterCell, RosterDay, RosterView } from '#protocol/roster-view.ts';
import { base } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { setStyle } from '#ui/elements/set-style.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController, dayOf, textOf, weekdayOf } from '#ui/locale/index.ts';
import { words } from './locale.ts';
import { rosterGridStyles } from './roster-grid-styles.ts';
import { barOf, isOpen, painted, withChanges, type Brush, type Change } from './roster-model.ts';
import { cellText } from './shift-words.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Clerks by days: pressed cell by cell, painted by dragging, or planned by keys.
 *
 * - `view`, `brush`; `compact`: a month, without times
 *
 * @fires changes-drawn detail: `Change[]`, of one stroke
 */
@customElement('ph-roster-grid')
export class RosterGrid extends LitElement {
  @property({ attribute: false }) view: RosterView | null = null;
  @property({ attribute: false }) brush: Brush = { kind: null, counter: null };
  @property({ type: Boolean, reflect: true }) compact = false;

  /** The one cell that is in the order of the tab key. */
  @state() private current: Place = { row: 0, column: 0 };
  /** Cells of the stroke under way. */
  @state() private stroke: readonly Change[] | null = null;
  private strokeBrush: Brush = this.brush;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    if (this.view === null) return nothing;
    const view = withChanges(this.view, this.stroke ?? []);
    return html`<div
      class="scroll"
      @keydown=${this.keyed}
      @focusin=${this.entered}
      @pointerdown=${this.pressed}
      @pointermove=${this.dragged}
      @pointerup=${this.lifted}
      @pointercancel=${this.lifted}
    >
      <table
        role="grid"
        aria-label=${words.t('title')}
        ${setStyle({ '--days': String(view.days.length) })}
      >
        <thead>
          <tr>
            <th scope="col" class="name">${words.t('clerk')}</th>
            ${view.days.map((day) => this.head(view, day))}
            <th scope="col" class="hours">${words.t('hours')}</th>
          </tr>
        </thead>
        <tbody>
          ${view.people.map(
            ({ badge, name, cells, hours }, row) =>
              html`<tr>
                <th scope="row" class="name">
                  <b title=${name}>${name}</b><small>${badge}</small>
                </th>
                ${cells.map((cell, column) => this.cell(view, cell, name, { row, column }))}
                <td class="hours">
                  ${words.t('hours-of', { hours: Math.round(hours * 10) / 10 })}
                </td>
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="name">${words.t('staffing')}</th>
            ${view.days.map((day) => this.foot(view, day))}
            <td></td>
          </tr>
        </tfoot>
      </table>
    </div>`;
  }

  private head(view: RosterView, { day, opens, holiday }: RosterDay): TemplateResult {
    const isToday = day === view.today;
    return html`<th
      scope="col"
      class=${isToday ? 'day today' : 'day'}
      aria-current=${isToday ? 'date' : nothing}
    >
      <span>${weekdayOf(day)}</span>
      <b>${this.compact ? '' : `${Number(day.slice(5, 7))}/`}${Number(day.slice(8))}</b>
      ${
        this.compact
          ? nothing
          : html`<small>${opens === null ? words.t('closed') : `${opens.from}–${opens.to}`}</small>`
      }
      ${
        holiday === null
          ? nothing
          : html`<small class="holiday" title=${words.t('holiday', { name: textOf(holiday) })}
              >${textOf(holiday)}</small
            >`
      }
    </th>`;
  }

  private cell(
    view: RosterView,
    cell: RosterCell,
    name: string,
    { row, column }: Place,
  ): TemplateResult {
    const day = view.days[column];
    const isCurrent = this.current.row === row && this.current.column === column;
    const what = cellText(cell);
    const classes = [
      'cell',
      cell.isEdited ? 'edited' : '',
      cell.planned === null ? 'off' : 'on',
      isOpen(view, column) ? '' : 'locked',
    ];
    return html`<td>
      <button
        type="button"
        class=${classes.join(' ')}
        data-row=${row}
        data-column=${column}
        tabindex=${isCurrent ? 0 : -1}
        aria-disabled=${isOpen(view, column) ? nothing : 'true'}
        title=${this.compact ? what : nothing}
      >
        <span class="visually-hidden"
          >${words.t('cell-name', { name, day: dayOf(day?.day ?? ''), what })}</span
        >
        <span class="seen" aria-hidden="true">${this.content(cell, day)}</span>
      </button>
    </td>`;
  }

  private content(cell: RosterCell, day: RosterDay | undefined): TemplateResult {
    const { planned, leave } = cell;
    const told = this.compact
      ? words.t('cell-leave-short')
      : words.t(`cell-leave-${leave ?? 'asked'}`);
    const away = leave === null ? nothing : html`<i>${told}</i>`;
    if (planned === null) return html`${away}${cell.isEdited ? this.mark() : nothing}`;
    const { from, to } = barOf(planned, day?.opens ?? null);
    const label = textOf(planned.name);
    return html`<span class="kind"
        >${this.compact ? label.slice(0, 1) : label}${
          planned.swapped ? icon('swap', 'mark') : nothing
        }${cell.isEdited ? this.mark() : nothing}</span
      >
      ${
        this.compact
          ? nothing
          : html`<span class="time">${planned.from}–${planned.to}</span> ${
                planned.counter === null
                  ? nothing
                  : html`<span class="counter"
                      >${words.t('cell-counter', { counter: planned.counter })}</span
                    >`
              }`
      }
      ${away}
      <span class="bar" ${setStyle({ '--from': String(from), '--to': String(to) })}></span>`;
  }

  /** Not published: a ring beside the word, never a colour alone. */
  private mark(): TemplateResult | typeof nothing {
    // A month's cells have room for the dashes only.
    return this.compact ? nothing : html`<span class="ring"></span>`;
  }

  private foot(view: RosterView, { gaps, clashes, opens, isPast }: RosterDay): TemplateResult {
    if (isPast || opens === null) return html`<td class="gap"></td>`;
    if (gaps.length === 0 && clashes.length === 0) {
      return html`<td class="gap">
        <span class="enough"
          >${icon('check', 'mark')}${this.compact ? nothing : words.t('gap-none')}</span
        >
      </td>`;
    }
    const lines = [
      ...clashes.map(({ counter }) => words.t('clash', { counter })),
      ...gaps.map(({ from, to, clerks }) =>
        words.t('gap', { from, to, count: view.leastClerks - clerks }),
      ),
    ];
    return html`<td class="gap short" title=${lines.join('\n')}>
      ${
        this.compact
          ? html`<span class="visually-hidden">${lines.join(', ')}</span
              ><span aria-hidden="true">${icon('clock', 'mark')}</span>`
          : lines.slice(0, 3).map((line) => html`<span>${line}</span>`)
      }
    </td>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { view } = this;
    if (!changed.has('view') || view === null) return;
    const before = changed.get('view');
    if (before?.from === view.from && before.days.length === view.days.length) return;
    const today = view.days.findIndex(({ day }) => day === view.today);
    this.current = { row: 0, column: Math.max(0, today) };
    void this.updateComplete.then(() => {
      this.showToday();
    });
  }

  /** Where a row is longer than the page, it begins with today. */
  private showToday(): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    const [today, first] = ['.today', 'thead .name'].map(
      (each) => this.renderRoot.querySelector<HTMLElement>(each) ?? null,
    );
    if (scroll === null || first == null) return;
    scroll.scrollLeft = today == null ? 0 : today.offsetLeft - first.offsetWidth;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    const { view } = this;
    const isPlain = !event.ctrlKey || event.key === 'Home' || event.key === 'End';
    if (view === null || !isPlain || event.metaKey || event.altKey) return;
    const { row, column } = this.current;
    const steps: Readonly<Record<string, Place>> = {
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? view.people.length - 1 : row, column: view.days.length - 1 },
    };
    const to = steps[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (view.people[to.row]?.cells[to.column] === undefined) return;
      this.current = to;
      void this.updateComplete.then(() => {
        this.buttonAt(to)?.focus();
      });
      return;
    }
    const brush = this.brushOfKey(event.key);
    if (brush === null) return;
    event.preventDefault();
    const change = painted(view, row, column, brush);
    if (change !== null) emit(this, 'changes-drawn', [change]);
  };

  private brushOfKey(key: string): Brush | null {
    if (key === ' ' || key === 'Enter') return this.toggled(this.current);
    if (key === '0' || key === 'Delete' || key === 'Backspace')
      return { kind: null, counter: null };
    const kind = /^[1-9]$/.test(key) ? this.view?.kinds[Number(key) - 1] : undefined;
    return kind === undefined ? null : { kind: kind.id, counter: this.brush.counter };
  }

  /** The chosen shift, or off where it stands there already. */
  private toggled({ row, column }: Place): Brush {
    const planned = this.view?.people[row]?.cells[column]?.planned ?? null;
    const isSame =
      planned !== null &&
      planned.kind === this.brush.kind &&
      planned.counter === this.brush.counter;
    return isSame ? { kind: null, counter: null } : this.brush;
  }

  /** Reading programs go to any cell, not only to the one that Tab finds. */
  private readonly entered = (event: FocusEvent): void => {
    const place = placeOf(event.composedPath());
    if (place !== null) this.current = place;
  };

  private readonly pressed = (event: PointerEvent): void => {
    const place = placeOf(event.composedPath());
    if (place === null || event.button !== 0) return;
    this.current = place;
    this.strokeBrush = this.toggled(place);
    this.stroke = [];
    this.add(place);
  };

  private readonly dragged = (event: PointerEvent): void => {
    if (this.stroke === null) return;
    const under = this.shadowRoot?.elementFromPoint(event.clientX, event.clientY) ?? null;
    const place = placeOf(under === null ? [] : [under.closest('button') ?? under]);
    if (place !== null) this.add(place);
  };

  private readonly lifted = (): void => {
    const { stroke } = this;
    this.stroke = null;
    if (stroke !== null && stroke.length > 0) emit(this, 'changes-drawn', stroke);
  };

  private add({ row, column }: Place): void {
    const { view, stroke } = this;
    if (view === null || stroke === null) return;
    const change = painted(view, row, column, this.strokeBrush);
    const isKnown = stroke.some(
      (each) => change !== null && each.badge === change.badge && each.day === change.day,
    );
    if (change !== null && !isKnown) this.stroke = [...stroke, change];
  }

  private buttonAt({ row, column }: Place): HTMLElement | null {
    return this.renderRoot.querySelector(
      `[data-row='${String(row)}'][data-column='${String(column)}']`,
    );
  }

  static override styles = [base, rosterGridStyles];
}

function placeOf(path: readonly EventTarget[]): Place | null {
  for (const target of path) {
    if (!(target instanceof HTMLElement)) continue;
    const { row, column } = target.dataset;
    if (row !== undefined && column !== undefined) {
      return { row: Number(row), column: Number(column) };
    }
  }
  return null;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-roster-grid': RosterGrid;
  }
}
