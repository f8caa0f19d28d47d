import type { Caller } from './caller.ts';
import { textLines } from './json-lines.ts';
import { QorganProblem } from './problem.ts';

/** One event: its name and its data. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Reads server-sent events (HTML Living Standard, section 9.2) off a response. `retry` tells how long to wait before coming back. */
async function* streamEvents(
  response: Response,
  retry: (ms: number) => void = () => {},
): AsyncGenerator<StreamEvent> {
  let event = 'message';
  let data: string[] = [];
  for await (const line of textLines(response)) {
    if (line === '') {
      if (data.length > 0) yield { event, data: data.join('\n') };
      event = 'message';
      data = [];
      continue;
    }
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'retry' && /^\d+$/.test(value)) retry(Number(value));
  }
}

export interface Following {
  onEvent(event: StreamEvent): void;
  /** 'open' when events come, 'lost' while the line is dead and is tried again. */
  onState?(state: 'open' | 'lost'): void;
  /** Refused for good: signed out, no right. Nothing is tried again. */
  onRefused?(problem: QorganProblem): void;
}

const RETRY_MS = 3_000;
const RETRY_MOST_MS = 30_000;

/** Follows a stream of events, coming back whenever it ends, until told to stop. @returns a function that stops it */
export function follow(caller: Caller, path: string, following: Following): () => void {
  const stopped = new AbortController();
  void run(caller, path, following, stopped.signal);
  return () => stopped.abort();
}

async function run(
  caller: Caller,
  path: string,
  following: Following,
  signal: AbortSignal,
): Promise<void> {
  let retryMs = RETRY_MS;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const response = await caller.send('GET', path, { accept: 'text/event-stream', signal });
      failures = 0;
      following.onState?.('open');
      for await (const event of streamEvents(response, (ms) => {
        retryMs = ms;
      }))
        following.onEvent(event);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof QorganProblem && error.status < 500 && error.status !== 429) {
        following.onRefused?.(error);
        return;
      }
      failures++;
    }
    if (signal.aborted) return;
    following.onState?.('lost');
    await pause(Math.min(retryMs * 2 ** Math.min(failures, 5), RETRY_MOST_MS), signal);
  }
}

/** Resolves after so long, or when the signal says so. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
