import { type MadePicture, makeAnew, type PictureProblem } from './make-anew.ts';

/** What this process answers to the bytes of a file. */
export type PictureAnswer = MadePicture | { readonly problem: PictureProblem };

/** The whole process, decoders and all: a picture of the most points unpacked twice, and room. */
const MEMORY_MOST = 700 * 2 ** 20;
const LOOK_EVERY_MS = 20;

// Decoders take memory that no setting of the engine bounds. They work beside this thread, so it can watch them.
setInterval(() => {
  if (process.memoryUsage.rss() > MEMORY_MOST) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);

process.on('message', async (bytes: Uint8Array) => {
  const made = await makeAnew(bytes);
  const answer: PictureAnswer = typeof made === 'string' ? { problem: made } : made;
  process.send?.(answer);
});
// The service ended: so does this.
process.on('disconnect', () => process.exit());
