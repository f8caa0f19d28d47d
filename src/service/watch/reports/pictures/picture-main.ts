import { type MadePicture, makeAnew, type PictureProblem } from './make-anew.ts';

/** What this process answers to the bytes of a file. */
export type PictureAnswer = MadePicture | { readonly problem: PictureProblem };

/** Bytes that the whole process may have, decoders and all; whoever starts it says how many. */
const memoryMost = Number(process.argv[2]);
const LOOK_EVERY_MS = 20;

// Decoders take memory that no setting of the engine bounds. They work beside this thread, so it can watch them.
setInterval(() => {
  if (process.memoryUsage.rss() > memoryMost) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);

process.on('message', async (bytes: Uint8Array) => {
  const made = await makeAnew(bytes);
  const answer: PictureAnswer = typeof made === 'string' ? { problem: made } : made;
  process.send?.(answer);
});
// The service ended: so does this.
process.on('disconnect', () => process.exit());
