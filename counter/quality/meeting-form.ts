import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { OpenRecords } from '#protocol/quality.ts';
import type { SessionView } from '#protocol/views.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { icon } from '#ui/icons.ts';
import { LanguageController } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { tell } from './fetched.ts';
import { words } from './locale.ts';
import { partStyles } from './page-styles.ts';

const pointsMax = 20;

/**
 * Records a meeting before the shift. Who has signed in and whose shift it is by the roster are
 * ticked from the start.
 *
 * - `session`, `records`
 *
 * @fires written it stands in the journal now
 */
@customElement('ph-meeting-form')
export class MeetingForm extends LitElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) records: OpenRecords | null = null;
  @state() private heldBy = '';
  @state() private attended: ReadonlySet<string> | null = null;
  @state() private points: readonly string[] = [''];
  @state() private complaint = '';
  @state() private busy = false;
  readonly speaking = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { records } = this;
    if (records === null) return nothing;
    return html`<form class="card form" @submit=${this.send} novalidate>
      <div class="field">
        <label for="heldBy">${words.t('held-by')}</label>
        <select id="heldBy" class="input" @change=${this.chosen}>
          ${records.staff.map(
            ({ badge, name }) =>
              html`<option value=${badge} ?selected=${badge === this.heldBy}>
                ${name} ${badge}
              </option>`,
          )}
        </select>
      </div>
      <fieldset>
        <legend class="legend">${words.t('attended')}</legend>
        ${
          records.staff.some(({ shift }) => shift !== null)
            ? html`<p class="help" id="ticked">${words.t('attended-help')}</p>`
            : nothing
        }
        <div class="ticks">
          ${records.staff.map(
            ({ badge, name, shift }) =>
              html`<label
                ><input
                  type="checkbox"
                  .checked=${this.attended?.has(badge) ?? false}
                  @change=${() => {
                    this.tick(badge);
                  }}
                /><span
                  >${name}${shift === null ? nothing : html` <small>${shift.from}–${shift.to}</small>`}</span
                ></label
              >`,
          )}
        </div>
      </fieldset>
      <div class="points" role="group" aria-labelledby="points-made">
        <p class="legend" id="points-made">${words.t('points-made')}</p>
        ${this.points.map((point, index) => this.point(point, index))}
        ${
          this.points.length < pointsMax
            ? html`<button type="button" class="link" @click=${this.another}>
                ${words.t('point-add')}
              </button>`
            : nothing
        }
      </div>
      <p class="complaint" role="alert">${this.complaint}</p>
      <div>
        <button
          type="submit"
          class="button ${records.meetings.length === 0 ? 'lamp' : 'plain'}"
          aria-disabled=${this.busy ? 'true' : 'false'}
        >
          ${words.t('meeting-save')}
        </button>
      </div>
    </form>`;
  }

  private point(point: string, index: number): TemplateResult {
    const number = index + 1;
    return html`<div class="point">
      <input
        class="input"
        type="text"
        maxlength="500"
        autocomplete="off"
        aria-label=${words.t('point-number', { number })}
        placeholder=${words.t('point-example')}
        .value=${point}
        @input=${(event: Event) => {
          const { value } = event.currentTarget as HTMLInputElement;
          this.points = this.points.with(index, value);
        }}
      />
      ${
        this.points.length > 1
          ? html`<button
              type="button"
              class="remove"
              aria-label=${words.t('point-remove', { number })}
              @click=${() => {
                this.points = this.points.toSpliced(index, 1);
              }}
            >
              ${icon('cross', 'mark')}
            </button>`
          : nothing
      }
    </div>`;
  }

  private readonly chosen = (event: Event): void => {
    this.heldBy = (event.currentTarget as HTMLSelectElement).value;
  };

  private readonly another = (): void => {
    this.points = [...this.points, ''];
  };

  private tick(badge: string): void {
    const next = new Set(this.attended ?? []);
    if (!next.delete(badge)) next.add(badge);
    this.attended = next;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const points = this.points.map((point) => point.trim()).filter((point) => point !== '');
    const attended = [...(this.attended ?? [])];
    if (points.length === 0 || attended.length === 0) {
      this.complaint = words.t('meeting-needs');
      return;
    }
    this.busy = true;
    const body = { heldBy: this.heldBy, attended, points };
    const problem = await tell('/api/meetings', body, this.session?.token ?? '');
    this.busy = false;
    if (problem !== null) {
      this.complaint = problem === 'away' ? words.t('failed') : (problem.detail ?? problem.title);
      return;
    }
    this.complaint = '';
    this.points = [''];
    emit(this, 'written');
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('records') || this.records === null || this.attended !== null) return;
    const expected = this.records.staff.filter(({ present, shift }) => present || shift !== null);
    const own = this.session?.badge ?? '';
    this.attended = new Set([own, ...expected.map(({ badge }) => badge)]);
    this.heldBy = own;
  }

  static override styles = [
    base,
    buttons,
    fields,
    partStyles,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
      }
      .ticks {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(calc(var(--u) * 130), 1fr));
        gap: 0 var(--space-16);
      }
      .ticks label {
        display: flex;
        align-items: center;
        gap: var(--space-8);
        min-height: var(--target);
        overflow-wrap: anywhere;
      }
      .ticks small {
        color: var(--ink2);
        font-size: var(--text-14);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .ticks input {
        flex: none;
        width: calc(var(--u) * 20);
        height: calc(var(--u) * 20);
        accent-color: var(--plate);
      }
      .points {
        display: grid;
        justify-items: start;
        gap: var(--space-8);
      }
      .point {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        width: 100%;
      }
      .remove {
        display: grid;
        place-items: center;
        width: var(--target);
        border: 0;
        background: none;
        color: var(--ink2);
        cursor: pointer;
      }
      .remove svg {
        width: 1em;
        height: 1em;
      }
      .link {
        min-height: var(--target);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-meeting-form': MeetingForm;
  }
}
