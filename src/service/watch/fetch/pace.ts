import { fail, type Result } from '../../../domain/errors/catalogue.ts';

export interface PaceOptions {
  /** Least time between the beginnings of two requests to one host. */
  readonly gapMs: number;
  /** Requests that may wait, of all hosts together. */
  readonly mostWaiting: number;
  /** Requests under way at once, of all hosts together. */
  readonly mostRunning: number;
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

interface Site {
  /** Resolves when the last request that was queued has ended. */
  tail: Promise<void>;
  waiting: number;
  /** Epoch ms. */
  nextAt: number;
  restUntil: number;
}

const MOST_SITES = 10_000;

/**
 * Keeps the pace of requests: one at a time and one in `gapMs` for each host, in the order they came; a host with a long queue
 * does not hold up the others, for it takes one place of those that run at most.
 */
export class Pace {
  readonly #options: PaceOptions;
  readonly #sites = new Map<string, Site>();
  #waiting = 0;
  #running = 0;
  readonly #forRoom: (() => void)[] = [];

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  /** Nothing is asked of the host before; a queue that stands there is told so at its turn. */
  rest(host: string, until: number): void {
    const site = this.#site(host);
    site.restUntil = Math.max(site.restUntil, until);
  }

  /**
   * Runs a request at its turn. Fails with QRG_WATCH_QUEUE, with QRG_WATCH_LATER (`at`: epoch ms) while the host rests, and
   * rejects when the signal aborts the wait.
   *
   * @param gapMs a longer gap that the site asks for
   */
  async run<T>(
    host: string,
    request: () => Promise<Result<T>>,
    gapMs = 0,
    signal?: AbortSignal,
  ): Promise<Result<T>> {
    if (this.#waiting >= this.#options.mostWaiting) return fail('QRG_WATCH_QUEUE');
    const site = this.#site(host);
    const before = site.tail;
    const turn = Promise.withResolvers<void>();
    site.tail = turn.promise;
    site.waiting++;
    this.#waiting++;
    let hasTurn = false;
    try {
      await orAborted(before, signal);
      hasTurn = true;
      return await this.#atTurn(host, site, Math.max(gapMs, this.#options.gapMs), request, signal);
    } finally {
      site.waiting--;
      this.#waiting--;
      // Who leaves the queue early must not let the next one in before those that stand before it.
      if (hasTurn) turn.resolve();
      else before.then(turn.resolve);
    }
  }

  async #atTurn<T>(
    host: string,
    site: Site,
    gapMs: number,
    request: () => Promise<Result<T>>,
    signal: AbortSignal | undefined,
  ): Promise<Result<T>> {
    const { now, sleep } = this.#options;
    if (site.restUntil > now()) return fail('QRG_WATCH_LATER', { host, at: site.restUntil });
    if (site.nextAt > now()) await sleep(site.nextAt - now(), signal);
    await this.#room();
    try {
      site.nextAt = now() + gapMs;
      return await request();
    } finally {
      this.#running--;
      this.#forRoom.shift()?.();
    }
  }

  async #room(): Promise<void> {
    while (this.#running >= this.#options.mostRunning) {
      const room = Promise.withResolvers<void>();
      this.#forRoom.push(room.resolve);
      await room.promise;
    }
    this.#running++;
  }

  #site(host: string): Site {
    const known = this.#sites.get(host);
    if (known !== undefined) return known;
    if (this.#sites.size >= MOST_SITES) this.#forget();
    const site: Site = { tail: Promise.resolve(), waiting: 0, nextAt: 0, restUntil: 0 };
    this.#sites.set(host, site);
    return site;
  }

  /** Hosts that nobody waits for and that may be asked again. */
  #forget(): void {
    const now = this.#options.now();
    for (const [host, site] of this.#sites)
      if (site.waiting === 0 && site.nextAt <= now && site.restUntil <= now)
        this.#sites.delete(host);
  }
}

async function orAborted(before: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return await before;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([before, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
