import { studioActs, type StudioAnswer, type StudioRequest } from './requests.ts';
import { createStudio, type Studio } from './studio.ts';

/** The studio as a program: asked by the hub over the channel, it ends with it. */
const [folder = ''] = process.argv.slice(2);
const studio: Studio = createStudio({ folder });

function tell(answer: StudioAnswer): void {
  // The hub may be gone; then so is this process in a moment.
  process.send?.(answer, undefined, undefined, () => undefined);
}

process.on('message', ({ id, act, args }: StudioRequest) => {
  if (!studioActs.includes(act)) return;
  const asked = studio as unknown as Record<
    typeof act,
    (...given: readonly unknown[]) => Promise<unknown>
  >;
  asked[act](...args).then(
    (value) => {
      tell({ id, ok: true, value });
    },
    (error: unknown) => {
      tell({ id, ok: false, message: error instanceof Error ? error.message : String(error) });
    },
  );
});
process.on('disconnect', () => process.exit(0));
// The hub decides when it ends: signals to the whole group are not for this one.
process.on('SIGINT', () => undefined);
