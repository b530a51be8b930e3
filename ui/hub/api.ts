import type { Problem } from '#protocol/problem.ts';

const answerMs = 10_000;

/** `problem` null: the hub could not be reached, or answered in no form that is known. */
export type ApiAnswer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: Problem | null };

export interface ApiOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: unknown;
  readonly token?: string | null;
  readonly language?: string;
  readonly key?: string;
}

/** One request to the hub's HTTP doors; never throws. */
export async function api<T>(path: string, options: ApiOptions = {}): Promise<ApiAnswer<T>> {
  const { method = options.body === undefined ? 'GET' : 'POST', body, token } = options;
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(answerMs),
      headers: {
        accept: 'application/json, application/problem+json',
        ...(options.language === undefined ? {} : { 'accept-language': options.language }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token == null ? {} : { authorization: `Bearer ${token}` }),
        ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const data: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, data: data as T };
    return { ok: false, problem: data as Problem };
  } catch {
    // Unreachable, too slow or not JSON: the page shows that the hub is away.
    return { ok: false, problem: null };
  }
}
