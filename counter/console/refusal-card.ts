import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import type { ConsoleView } from '#protocol/views.ts';
import '#ui/elements/ph-refusal.ts';
import type { Way } from '#ui/elements/ph-refusal.ts';
import { minutesSeconds } from '#ui/locale/index.ts';
import type { ActsController } from './acts.ts';
import { longestWaiting } from './list-fold.ts';
import { spanInWords, words } from './locale.ts';
import type { Trouble } from './refusal-model.ts';
import { wayOutKeys } from './shortcuts.ts';

export interface RefusalLook {
  readonly problem: Problem;
  readonly view: ConsoleView | null;
  readonly ageSeconds: number;
  readonly acts: ActsController;
}

/** Why not, who is in the way, and the ways out, which lie on + - * / while no dialogue is open. */
export function refusalCard({ problem, view, ageSeconds, acts }: RefusalLook): TemplateResult {
  return html`<ph-refusal
    .problem=${problem}
    .hints=${{
      pause: words.t('hint-absence'),
      override: words.t('hint-pass'),
      handover: words.t('hint-queue'),
    }}
    .shortcuts=${acts.opened === null ? wayOutKeys : []}
    @way=${(event: CustomEvent<Way>) => {
      acts.way(event.detail);
    }}
    @again=${() => {
      acts.again();
    }}
    >${view !== null && isAboutTheLine(problem) ? inTheWay(view, ageSeconds) : nothing}</ph-refusal
  >`;
}

/** Nothing was decided: in a few characters, for a key or a dialogue. */
export function notThroughWords({ kind }: Exclude<Trouble, { kind: 'refused' }>): string {
  return words.t(kind === 'unreachable' ? 'not-reached' : 'not-recorded');
}

function isAboutTheLine({ rule }: Problem): boolean {
  return rule === 'no-pause-while-waiting' || rule === 'serve-everyone-queued';
}

/** Those who wait for this counter, the longest first: they are why it may not stop. */
function inTheWay(view: ConsoleView, ageSeconds: number): TemplateResult | typeof nothing {
  const shown = longestWaiting(view.next, 3);
  const [longest] = shown;
  if (longest === undefined) return nothing;
  const left = longest.promiseLeftSeconds - ageSeconds;
  const more = view.waitingCount - shown.length;
  return html`<p class="longest">
      ${words.t('refusal-longest', {
        number: longest.number,
        waited: spanInWords(longest.waitedSeconds + ageSeconds),
        left:
          left < 0
            ? words.t('refusal-over', { over: spanInWords(-left) })
            : words.t('refusal-left', { left: spanInWords(left) }),
      })}
    </p>
    <ul class="waiting">
      ${shown.map(
        ({ number, waitedSeconds }) =>
          html`<li><b>${number}</b><span>${minutesSeconds(waitedSeconds + ageSeconds)}</span></li>`,
      )}
      ${more > 0 ? html`<li>${words.t('refusal-more', { count: more })}</li>` : nothing}
    </ul>`;
}
