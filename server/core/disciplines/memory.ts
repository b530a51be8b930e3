import type { HallConfig } from '../hall-config.ts';
import type { DisciplineMemory, Ticket } from '../state.ts';
import { isPriority } from './guards.ts';
import { calledAfter } from './profile.ts';
import { creditsAfter } from './ratio.ts';
import type { Why } from './why.ts';

/** What the hall remembers after a call. A named call counts like any other. */
export function remember(
  config: HallConfig,
  memory: DisciplineMemory,
  counterId: string,
  ticket: Pick<Ticket, 'class' | 'service'>,
  why: Why,
): DisciplineMemory {
  const { discipline } = config;
  return {
    credits: creditsAfter(memory.credits, ticket.class, why.values),
    consecutivePriority: isPriority(config, ticket.class) ? memory.consecutivePriority + 1 : 0,
    called:
      discipline.kind === 'profile'
        ? calledAfter(discipline, memory.called, counterId, ticket, why.values)
        : memory.called,
  };
}
