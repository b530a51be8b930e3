import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '#protocol/problem.ts';
import type { DayReport, RangeReport } from '#protocol/report.ts';
import { language } from '#ui/locale/index.ts';
import type { ReportPlace } from './report-place.ts';

type Span = Extract<ReportPlace, { from: string }>;

export type Loading =
  | { readonly state: 'nothing' }
  | { readonly state: 'loading'; readonly done: number; readonly total: number }
  | { readonly state: 'there'; readonly report: DayReport | RangeReport }
  /** `problem` null: the hub was not reached. */
  | { readonly state: 'failed'; readonly problem: Problem | null };

type Line =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly report: RangeReport }
  | { readonly problem: Problem };

/** Fetches the report of a span and tells how far it is; a newer question ends the one before. */
export class ReportLoader implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly token: () => string;
  private running: AbortController | null = null;
  private asked = '';
  value: Loading = { state: 'nothing' };
  /** The hall's time when it was asked, milliseconds since 1970. */
  atMs = 0;

  constructor(host: ReactiveControllerHost, token: () => string) {
    this.host = host;
    this.token = token;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.running?.abort();
    this.running = null;
    this.asked = '';
  }

  /** Asks, unless this very span was asked for last. */
  want(span: Span, nowMs: number): void {
    const name = `${span.kind} ${span.from} ${span.to}`;
    if (name === this.asked) return;
    this.asked = name;
    void this.load(span, nowMs);
  }

  async load(span: Span, nowMs: number): Promise<void> {
    this.atMs = nowMs;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.become({ state: 'loading', done: 0, total: 1 });
    try {
      const last = await this.answerOf(span, running.signal);
      if (running.signal.aborted) return;
      this.become('report' in last ? { state: 'there', ...last } : { state: 'failed', ...last });
    } catch {
      // Not reached, broken off, or no JSON: said on the page, with a way to ask again.
      if (!running.signal.aborted) this.become({ state: 'failed', problem: null });
    }
  }

  private async answerOf(
    span: Span,
    signal: AbortSignal,
  ): Promise<{ report: DayReport | RangeReport } | { problem: Problem }> {
    const isDay = span.kind === 'day';
    const address = isDay
      ? `/api/reports/day/${span.from}`
      : `/api/reports/range?from=${span.from}&to=${span.to}`;
    const response = await fetch(address, {
      signal,
      headers: {
        accept: isDay ? 'application/json' : 'application/x-ndjson',
        'accept-language': language.get(),
        authorization: `Bearer ${this.token()}`,
      },
    });
    if (!response.ok) return { problem: (await response.json()) as Problem };
    if (isDay) return { report: (await response.json()) as DayReport };
    for await (const line of linesOf(response)) {
      const told = JSON.parse(line) as Line;
      if (!('progress' in told)) return told;
      this.become({ state: 'loading', ...told.progress });
    }
    throw new Error('the answer broke off');
  }

  private become(value: Loading): void {
    this.value = value;
    this.host.requestUpdate();
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) break;
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
