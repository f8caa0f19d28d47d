import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { ALLOW_ALL, type Robots, readRobots } from '../../../watch/sources/robots.ts';
import { textOfBody } from './text-of-body.ts';

/** RFC 9309, 2.4: no longer than a day. */
const KEPT_MS = 24 * 3_600_000;
/** A file that could not be had is asked for again so soon. */
const FAILED_MS = 60_000;
/** The largest file has 500 KB: all together stay under 100 MB. */
const MOST_SITES = 200;

interface Kept {
  readonly robots: Result<Robots>;
  readonly until: number;
}

/** robots.txt of sites: asked for once, kept for a day. */
export class RobotsOfSites {
  readonly #fetch: (url: string) => Promise<Result<Fetched>>;
  readonly #agent: string;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  readonly #asking = new Map<string, Promise<Result<Robots>>>();

  /** @param fetch asks for a file without asking for robots.txt first, redirects followed */
  constructor(fetch: (url: string) => Promise<Result<Fetched>>, agent: string, now: () => number) {
    this.#fetch = fetch;
    this.#agent = agent;
    this.#now = now;
  }

  /**
   * No such file allows all; one that cannot be had allows nothing (RFC 9309, 2.3.1), and then fails with why: with what
   * fetching it failed with, or QRG_WATCH_STATUS.
   */
  async of(origin: string): Promise<Result<Robots>> {
    const kept = this.#kept.get(origin);
    if (kept !== undefined && kept.until > this.#now()) return kept.robots;
    const known = this.#asking.get(origin);
    if (known !== undefined) return await known;
    const asking = this.#ask(origin).finally(() => this.#asking.delete(origin));
    this.#asking.set(origin, asking);
    return await asking;
  }

  async #ask(origin: string): Promise<Result<Robots>> {
    const robots = robotsOf(await this.#fetch(`${origin}/robots.txt`), this.#agent);
    // A full queue says nothing of the site.
    if (!robots.ok && robots.problem.code === 'QRG_WATCH_QUEUE') return robots;
    this.#kept.delete(origin);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_SITES) this.#kept.delete(oldest);
    this.#kept.set(origin, { robots, until: this.#now() + (robots.ok ? KEPT_MS : FAILED_MS) });
    return robots;
  }
}

function robotsOf(answer: Result<Fetched>, agent: string): Result<Robots> {
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (status >= 200 && status < 300) return ok(readRobots(textOfBody(answer.value), agent));
  return status >= 400 && status < 500 ? ok(ALLOW_ALL) : fail('QRG_WATCH_STATUS', { status });
}
