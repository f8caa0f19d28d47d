import { constants } from 'node:os';
import { sweepOwn } from '../service/scan/out-folder.ts';

/**
 * What Ctrl-C does. While a command works: `say` once, remove its hidden folder, end with the code shells
 * give an interrupted command. `instead` replaces that by a calm end, once the work is done.
 */
export function onInterrupt(say: () => void): { instead(end: () => void): void } {
  let calm: (() => void) | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (calm !== undefined) {
        // A second Ctrl-C while ending changes nothing.
        const end = calm;
        calm = () => {};
        end();
        return;
      }
      say();
      sweepOwn();
      process.exit(128 + constants.signals[signal]);
    });
  return {
    instead(end) {
      calm = end;
    },
  };
}
