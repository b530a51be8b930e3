import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HallHead } from '#protocol/views.ts';
import { base } from '../base-styles.ts';
import { LanguageController, common, hallSentence, timeOfDay } from '../locale/index.ts';
import { hallMarks } from './state-marks.ts';
import './ph-state-mark.ts';

/**
 * What the hall says of itself in one line, with its mark: open until, time left, serving out,
 * next opening; or that this screen has stopped.
 *
 * - `hall`: the head of any view; null shows nothing
 * - `nowMs`: the hall's time
 * - `waitingCount`: people still to be served, or null where the page does not know
 * - `staleSinceMs`: since when nothing has been heard of the hub, or null while live
 */
@customElement('ph-hall-status')
export class HallStatus extends LitElement {
  @property({ attribute: false }) hall: HallHead | null = null;
  @property({ attribute: false }) nowMs = 0;
  @property({ attribute: false }) waitingCount: number | null = null;
  @property({ attribute: false }) staleSinceMs: number | null = null;

  readonly language = new LanguageController(this);

  override render(): TemplateResult | typeof nothing {
    const { hall } = this;
    if (hall === null) return nothing;
    const stale = this.staleSinceMs !== null;
    const words =
      this.staleSinceMs === null
        ? hallSentence(hall, this.nowMs, this.waitingCount)
        : common.t('hall-not-live', { time: timeOfDay(this.staleSinceMs, hall.timezone) });
    const paused = hall.state === 'open' && hall.intakeClosedReason !== null;
    const mark = stale ? 'offline' : paused ? 'bars' : hallMarks[hall.state];
    return html`<span class="status" role="status">
      <ph-state-mark bare .mark=${mark}></ph-state-mark><span>${words}</span>
    </span>`;
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        color: var(--ink2);
        font-weight: var(--weight-label);
      }
      .status {
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        font-variant-numeric: tabular-nums;
      }
      ph-state-mark {
        font-size: 0.72em;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ph-hall-status': HallStatus;
  }
}
