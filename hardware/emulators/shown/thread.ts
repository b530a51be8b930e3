import { parentPort } from 'node:worker_threads';
import type { Language } from '#core/vocabulary.ts';
import type { WindowView } from '#protocol/views.ts';
import type { PaperJob } from '#server/paper/slip.ts';
import { showOnBoard, showOnPaper } from './show.ts';
import type { ShownDevice } from './shown-devices.ts';

export type ShownQuestion =
  | { readonly kind: 'paper'; readonly job: PaperJob }
  | { readonly kind: 'board'; readonly view: WindowView; readonly language: Language };

export type FromShownThread =
  | { readonly kind: 'shown'; readonly id: number; readonly shown: ShownDevice }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

const port = parentPort;

port?.on('message', ({ id, question }: { id: number; question: ShownQuestion }) => {
  const tell = (message: FromShownThread): void => {
    port.postMessage(message);
  };
  const asked =
    question.kind === 'paper'
      ? showOnPaper(question.job)
      : showOnBoard(question.view, question.language);
  asked.then(
    (shown) => {
      tell({ kind: 'shown', id, shown });
    },
    (error: unknown) => {
      tell({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    },
  );
});
