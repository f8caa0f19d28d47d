/** Work that is done again and again, one at a time, until it is stopped. */
export interface Repeating {
  /** Resolves when the work that runs now is over. */
  stop(): Promise<void>;
}

/** Does `work`, waits `pauseMs`, does it again. What it throws is told to `failed` and ends nothing. */
export function every(
  pauseMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): Repeating {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let stopped = false;
  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = work().then(() => {}, failed);
      void running.then(again);
    }, pauseMs);
    timer.unref();
  };
  again();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
