/**
 * Hands for a running training hall: customers and clerks who work through the HTTP doors, so that
 * a test or a picture can have a hall in any state before it looks at a page.
 */
import type { LobbyView, TicketView } from '#protocol/views.ts';
import type { RunningHub } from './running-hub.ts';

export interface Issued {
  readonly service: string;
  readonly class?: string;
  readonly language?: 'zh' | 'en';
  readonly customer?: string;
}

export interface HallHands {
  /** A token of somebody on the staff list; signed in once. */
  token(badge: string): Promise<string>;
  pin(badge: string): string;
  /** A kiosk's or screen's token. */
  device(kind: 'kiosk' | 'display', name: string): Promise<string>;
  ticket(asked: Issued): Promise<TicketView>;
  seat(counter: string, badge: string): Promise<void>;
  /** After a handover: somebody else sits there now. */
  sits(counter: string, badge: string): void;
  /** What the clerk who sits at a counter does, by the door's name. */
  at<T = unknown>(counter: string, act: string, body?: object): Promise<T>;
  /** The number called, or null when nobody waits. */
  call(counter: string, ticket?: string): Promise<string | null>;
  /** Calls, starts and finishes whoever is next. */
  serve(counter: string, seconds: number): Promise<string | null>;
  later(seconds: number): Promise<void>;
  /** The training clock to a time of the day that the hall has. */
  until(time: string): Promise<void>;
  lobby(): Promise<LobbyView>;
}

interface SignIn {
  readonly badge: string;
  readonly pin: string;
}

/** The day and the zone of the sample hall in tests. */
export const testDay = '2026-03-02';

export function at(time: string, day = testDay): string {
  return `${day}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}

export async function handsOf(hub: RunningHub): Promise<HallHands> {
  const { signIns } = await hub.get<{ readonly signIns: readonly SignIn[] }>('/api/training');
  const tokens = new Map<string, string>();
  const devices = new Map<string, string>();
  const seats = new Map<string, string>();

  const pin = (badge: string): string => {
    const found = signIns.find((one) => one.badge === badge);
    if (found === undefined) throw new Error(`nobody has badge ${badge}`);
    return found.pin;
  };
  async function token(badge: string): Promise<string> {
    const known = tokens.get(badge);
    if (known !== undefined) return known;
    const session = { badge, pin: pin(badge) };
    const answer = await hub.post<{ readonly token: string }>('/api/sessions', session);
    tokens.set(badge, answer.token);
    return answer.token;
  }
  async function device(kind: 'kiosk' | 'display', name: string): Promise<string> {
    const known = devices.get(name);
    if (known !== undefined) return known;
    const answer = await hub.post<{ readonly token: string }>('/api/devices', { kind, name });
    devices.set(name, answer.token);
    return answer.token;
  }
  async function act<T>(counter: string, name: string, body: object = {}): Promise<T> {
    const badge = seats.get(counter);
    if (badge === undefined) throw new Error(`nobody sits at counter ${counter}`);
    return hub.post<T>(`/api/counters/${counter}/${name}`, body, await token(badge));
  }
  async function call(counter: string, ticket?: string): Promise<string | null> {
    const body = ticket === undefined ? {} : { ticket };
    const answer = await act<{ readonly ticket: TicketView | null }>(counter, 'call', body);
    return answer.ticket?.number ?? null;
  }

  return {
    token,
    pin,
    device,
    ticket: async (asked) =>
      hub.post<TicketView>('/api/tickets', asked, await device('kiosk', 'hands')),
    async seat(counter, badge) {
      seats.set(counter, badge);
      await act(counter, 'open');
    },
    sits: (counter, badge) => void seats.set(counter, badge),
    at: act,
    call,
    async serve(counter, seconds) {
      const number = await call(counter);
      if (number === null) return null;
      await act(counter, 'start');
      await hub.post('/api/clock', { advanceSeconds: seconds });
      await act(counter, 'finish');
      return number;
    },
    later: async (seconds) => {
      await hub.post('/api/clock', { advanceSeconds: seconds });
    },
    until: async (time) => {
      await hub.post('/api/clock', { to: at(time) });
    },
    lobby: () => hub.get<LobbyView>('/api/hall'),
  };
}
