import type { Problem } from '#protocol/problem.ts';
import type { ApiAnswer } from '#ui/hub/api.ts';
import { language } from '#ui/locale/index.ts';

/** A file of thirty megabytes over a slow line; everything else is there long before. */
const answerMs = 120_000;

/**
 * Requests of the settings' parts that keep things behind doors of their own: with any method, and
 * with a file as it is. Never throws; `problem` null: the hub could not be reached.
 */
export async function ask<T>(
  token: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object | Blob,
): Promise<ApiAnswer<T>> {
  const isFile = body instanceof Blob;
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(answerMs),
      headers: {
        accept: 'application/json, application/problem+json',
        authorization: `Bearer ${token}`,
        'accept-language': language.get(),
        ...(body === undefined ? {} : { 'content-type': isFile ? 'text/csv' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const data: unknown = text === '' ? null : JSON.parse(text);
    return response.ok ? { ok: true, data: data as T } : { ok: false, problem: data as Problem };
  } catch {
    return { ok: false, problem: null }; // Away, too slow or not JSON.
  }
}

/** Hands a text made here to the browser as a file. */
export function handOut(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
}
