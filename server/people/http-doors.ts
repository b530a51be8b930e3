import type { Problem } from '#protocol/problem.ts';
import type { Answer, Doors, HeldTicket } from './doors.ts';

export interface HubRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** One request to the hub; rejects only when the hub cannot be reached. */
export type Ask = (
  request: HubRequest,
) => Promise<{ readonly status: number; readonly body: unknown }>;

export interface SignIn {
  readonly badge: string;
  readonly pin: string;
}

/**
 * People at the HTTP doors of a hub: clerks who sign in, and a kiosk that is paired on the way.
 * Without one (`kiosk` null) the first clerk gives the numbers, as at a reception.
 */
export async function createHttpDoors(
  ask: Ask,
  options: { readonly kiosk: string | null; readonly signIns: readonly SignIn[] },
): Promise<Doors> {
  const tokens = new Map<string, string>();
  for (const signIn of options.signIns) {
    const session = await must<{ readonly token: string }>(
      ask({ method: 'POST', path: '/api/sessions', body: signIn }),
    );
    tokens.set(signIn.badge, session.token);
  }
  const giver =
    options.kiosk === null
      ? [...tokens.values()][0]
      : (
          await must<{ readonly token: string }>(
            ask({
              method: 'POST',
              path: '/api/devices',
              body: { kind: 'kiosk', name: options.kiosk },
            }),
          )
        ).token;
  if (giver === undefined) throw new Error('nobody is there to give numbers');
  const clerk: Doors['clerk'] = async (badge, counter, command, body = {}) =>
    answerOf(
      await ask({
        method: 'POST',
        path: `/api/counters/${encodeURIComponent(counter)}/${command}`,
        body,
        ...tokenOf(tokens, badge),
      }),
    );
  return {
    async issue(service, className) {
      const asked = {
        service,
        source: 'kiosk',
        ...(className === null ? {} : { class: className }),
      };
      return answerOf<HeldTicket>(
        await ask({ method: 'POST', path: '/api/tickets', token: giver, body: asked }),
      );
    },
    async cancel(ticket) {
      return answerOf(
        await ask({ method: 'POST', path: `/api/tickets/${ticket}/cancel`, body: {} }),
      );
    },
    clerk,
    async call(badge, counter) {
      const answer = await ask({
        method: 'POST',
        path: `/api/counters/${encodeURIComponent(counter)}/call`,
        body: {},
        ...tokenOf(tokens, badge),
      });
      return answerOf<{ readonly ticket: HeldTicket | null }>(answer);
    },
    async close() {
      for (const token of tokens.values()) {
        await ask({ method: 'DELETE', path: '/api/sessions/current', token });
      }
    },
  };
}

export function answerOf<T>(answer: {
  readonly status: number;
  readonly body: unknown;
}): Answer<T, Problem> {
  return answer.status < 300
    ? { ok: true, data: answer.body as T }
    : { ok: false, problem: answer.body as Problem };
}

export async function must<T>(
  asked: Promise<{ readonly status: number; readonly body: unknown }>,
): Promise<T> {
  const answer = answerOf<T>(await asked);
  if (answer.ok) return answer.data;
  const { title, detail, code } = answer.problem;
  throw new Error(`the hub answered ${code}: ${title}${detail === undefined ? '' : `, ${detail}`}`);
}

function tokenOf(tokens: ReadonlyMap<string, string>, badge: string): { token?: string } {
  const token = tokens.get(badge);
  return token === undefined ? {} : { token };
}
