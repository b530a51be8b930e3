import { html, nothing, type TemplateResult } from 'lit';
import type { SupervisorView } from '#protocol/views.ts';
import { textOf } from '#ui/locale/index.ts';
import type { Act } from './acts.ts';
import { words } from './board-locale.ts';
import { undone } from './undo-words.ts';

type Counter = SupervisorView['counters'][number];

/** What a counter could be lent to for today, each by one touch, and the way back. */
export function lendServices(
  each: Counter,
  { queues }: Pick<SupervisorView, 'queues'>,
  act: (act: Act) => void,
): TemplateResult | typeof nothing {
  const others = queues.filter(({ service }) => !each.services.includes(service));
  const { counter } = each;
  const lend = (services: readonly string[] | null, label: string) => () => {
    const args = { counter, services };
    const before = { counter, services: each.services };
    const undo = () => ({ command: 'set-counter-services', args: before, label: undone(label) });
    act({ command: 'set-counter-services', args, label, undo });
  };
  if (others.length === 0 && !each.lent) return nothing;
  return html`<section class="lend" aria-labelledby="lend">
    <h3 class="legend" id="lend">${words.t('lend-title')}</h3>
    ${each.lent ? html`<p class="help">${words.t('lent-now')}</p>` : nothing}
    <div class="choices">
      ${others.map(({ service, name }) => {
        const label = words.t('lend-act', { counter, service: textOf(name) });
        return html`<button
          class="choice"
          type="button"
          aria-label=${label}
          @click=${lend([...each.services, service], label)}
        >
          ${textOf(name)}
        </button>`;
      })}
      ${
        each.lent
          ? html`<button
              class="choice"
              type="button"
              @click=${lend(null, words.t('lend-back-act', { counter }))}
            >
              ${words.t('lend-back')}
            </button>`
          : nothing
      }
    </div>
  </section>`;
}
