import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StoryStep, TicketStory } from '#protocol/history.ts';
import { base, buttons } from '#ui/base-styles.ts';
import { emit } from '#ui/elements/emit.ts';
import { api } from '#ui/hub/api.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import { LanguageController, minutesSeconds, textOf, timeWithSeconds } from '#ui/locale/index.ts';
import { fields } from '../field-styles.ts';
import { words } from './locale.ts';

type StepWord = Parameters<typeof words.t>[0];

/**
 * A ticket's whole story by its number.
 *
 * - `token`, `day`, `timezone`; `number`: the ticket that is told, empty for none
 *
 * @fires ticket detail: the number that was asked for
 * @fires moment detail: milliseconds since 1970 of the step that was pressed
 */
@customElement('ph-story-card')
export class StoryCard extends LitElement {
  @property() token = '';
  @property() day = '';
  @property() timezone = 'UTC';
  @property() number = '';

  @state() private story: TicketStory | null = null;
  @state() private unknown = '';

  private readonly asking = latestAsked();
  readonly language = new LanguageController(this);

  override render(): TemplateResult {
    return html`<form @submit=${this.asked}>
        <div class="field">
          <label for="number">${words.t('story-number')}</label>
          <input
            id="number"
            class="input"
            name="number"
            .value=${this.number}
            autocomplete="off"
            spellcheck="false"
            maxlength="16"
            required
          />
        </div>
        <button class="button plain" type="submit">${words.t('story-ask')}</button>
      </form>
      <p class="hint" role="status">
        ${
          this.unknown === ''
            ? this.story === null
              ? words.t('story-hint')
              : nothing
            : words.t('story-unknown', { number: this.unknown })
        }
      </p>
      ${this.story === null ? nothing : this.told(this.story)}`;
  }

  private told(story: TicketStory): TemplateResult {
    return html`<p class="head">
        <b>${story.number}</b> ${textOf(story.service)} · ${textOf(story.class)}
      </p>
      <ol>
        ${story.steps.map((step) => this.step(step))}
      </ol>`;
  }

  private step(step: StoryStep): TemplateResult {
    const facts = factsOf(step);
    return html`<li>
      <button
        type="button"
        title=${words.t('to-moment')}
        @click=${() => {
          emit(this, 'moment', Date.parse(step.at));
        }}
      >
        <time>${timeWithSeconds(step.at, this.timezone)}</time>
        <span class="what">
          <b>${nameOf(step.type)}</b>
          ${facts.length === 0 ? nothing : html`<span>${facts.join(' · ')}</span>`}
        </span>
      </button>
    </li>`;
  }

  private readonly asked = (event: SubmitEvent): void => {
    event.preventDefault();
    const number = new FormData(event.target as HTMLFormElement).get('number');
    if (typeof number !== 'string') return;
    // Asked again, the same number is looked at again: a running day goes on.
    const asked = number.trim().toUpperCase();
    if (asked === this.number) void this.ask(asked);
    emit(this, 'ticket', asked);
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('number') && !changed.has('day')) return;
    this.story = null;
    this.unknown = '';
    this.asking.forget();
    if (this.number !== '' && this.day !== '') void this.ask(this.number);
  }

  private async ask(number: string): Promise<void> {
    const isWanted = this.asking.begin();
    const path = `/api/history/days/${this.day}/tickets/${encodeURIComponent(number)}`;
    const answer = await api<TicketStory>(path, { token: this.token });
    if (!isWanted()) return;
    this.story = answer.ok ? answer.data : null;
    this.unknown = answer.ok ? '' : number;
  }

  static override styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-12);
      }
      .field {
        flex: 1 1 8em;
      }
      .hint {
        margin-block-start: var(--space-8);
        color: var(--ink2);
        font-size: var(--text-15);
      }
      .head b {
        font-size: var(--text-24);
        font-weight: var(--weight-number);
        margin-inline-end: 0.4em;
      }
      ol {
        margin-block-start: var(--space-8);
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
      li button {
        display: flex;
        gap: var(--space-16);
        width: 100%;
        min-height: var(--target);
        padding: var(--space-8) 0;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      li button:hover {
        background: var(--sunk);
      }
      time {
        color: var(--ink2);
        font-variant-numeric: tabular-nums;
      }
      .what {
        display: grid;
        gap: var(--space-4);
      }
      .what span {
        color: var(--ink2);
        font-size: var(--text-15);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

const known: ReadonlySet<string> = new Set([
  'TicketIssued',
  'TicketCalled',
  'TicketRecalled',
  'ServiceStarted',
  'ServiceFinished',
  'ServiceRated',
  'TicketMissed',
  'TicketRejoined',
  'TicketTransferred',
  'TicketParked',
  'TicketReturned',
  'TicketCancelled',
  'TicketPutBack',
  'TicketLapsed',
]);

/** Papers and whatever comes later have no words of their own here. */
function nameOf(type: string): string {
  return known.has(type) ? words.t(type as StepWord) : `${words.t('other')} ${type}`;
}

function factsOf(step: StoryStep): string[] {
  const facts: string[] = [];
  const { counter, by, ahead, why, waitedSeconds, missing, override } = step;
  if (counter !== null) facts.push(words.t('at-counter', { counter }));
  if (by !== null) facts.push(words.t('by-badge', { badge: by }));
  if (ahead !== null) facts.push(words.t('ahead-of', { count: ahead }));
  if (waitedSeconds !== null) {
    facts.push(words.t('waited-for', { time: minutesSeconds(waitedSeconds) }));
  }
  if (why !== null) facts.push(textOf(why));
  if (missing.length > 0) facts.push(words.t('missing', { papers: missing.join(', ') }));
  if (override !== null) {
    facts.push(words.t('overridden', { badge: override.by, reason: override.reason }));
  }
  return facts;
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-story-card': StoryCard;
  }
}
