import type { Language, Text } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import { api, type ApiAnswer } from '#ui/hub/api.ts';
import { language } from '#ui/locale/index.ts';

/** What the voice doors answer (`/api/docs`, group Voice), as far as this page shows it. */
export interface VoiceState {
  readonly config: { readonly languages: readonly Language[]; readonly volumePercent: number };
  readonly sources: readonly {
    readonly id: 'pack' | 'sherpa-onnx' | 'espeak-ng';
    readonly state: 'ready' | 'unused' | 'absent' | 'refused';
    readonly notes: readonly Text[];
  }[];
  readonly pack: string | null;
  readonly isPackFixed: boolean;
  readonly packs: readonly PackView[];
  readonly prompts: readonly PromptView[];
  readonly screens: readonly {
    readonly name: string;
    readonly sound: 'ready' | 'blocked' | 'unavailable';
    readonly speaks: boolean;
  }[];
  readonly discourteous: readonly { readonly kind: string; readonly word: string }[];
  readonly clipSecondsMax: number;
}

export interface PackView {
  readonly id: string;
  readonly name: string;
  readonly speaker: string;
  readonly licence: string;
  readonly isChosen: boolean;
  readonly clips: readonly { readonly key: string; readonly ms: number; readonly lufs: number }[];
  readonly faults: readonly { readonly place: string; readonly message: Text }[];
}

export interface PromptView {
  readonly key: string;
  readonly language: Language;
  readonly say: string;
  readonly group: 'letters' | 'numbers' | 'phrases';
}

export interface KeptClip {
  readonly lufs: number;
  readonly keptLufs: number;
  readonly ms: number;
}

const clipWithinMs = 30_000;

/** The doors of the voice with one person's token. */
export function voiceApi(token: string) {
  const asked = { token, language: language.get() };
  const packPath = (pack: string): string => `/api/voice/packs/${encodeURIComponent(pack)}`;

  /** What `api` has no method or type for. */
  async function send<T>(
    method: string,
    path: string,
    body?: Blob | object,
  ): Promise<ApiAnswer<T>> {
    const isSound = body instanceof Blob;
    try {
      const response = await fetch(path, {
        method,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(clipWithinMs),
        headers: {
          authorization: `Bearer ${token}`,
          'accept-language': asked.language,
          ...(body === undefined
            ? {}
            : { 'content-type': isSound ? 'audio/wav' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isSound ? body : JSON.stringify(body) }),
      });
      const data: unknown = await response.json();
      return response.ok ? { ok: true, data: data as T } : { ok: false, problem: data as Problem };
    } catch {
      return { ok: false, problem: null }; // Away, too slow, or not JSON.
    }
  }

  return {
    state: () => api<VoiceState>('/api/voice', asked),
    trial: (trialLanguage: Language, number: string, counter: string) =>
      api<{ readonly url: string; readonly text: string; readonly source: string }>(
        '/api/voice/trial',
        { ...asked, body: { language: trialLanguage, number, counter } },
      ),
    choose: (pack: string | null) => api('/api/voice/pack', { ...asked, body: { pack } }),
    describe: (pack: string, about: { name: string; speaker: string; licence: string }) =>
      send<PackView>('PUT', packPath(pack), about),
    remove: (pack: string) => send('DELETE', packPath(pack)),
    keep: (pack: string, key: string, wav: Blob) =>
      send<KeptClip>('PUT', `${packPath(pack)}/clips/${encodeURIComponent(key)}`, wav),
    async archive(pack: string): Promise<Blob | null> {
      try {
        const response = await fetch(`${packPath(pack)}/archive`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return response.ok ? await response.blob() : null;
      } catch {
        return null; // The hub is away.
      }
    },
  };
}

export type VoiceApi = ReturnType<typeof voiceApi>;
