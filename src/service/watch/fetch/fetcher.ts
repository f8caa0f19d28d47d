import { setTimeout as sleepFor } from 'node:timers/promises';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import { type Fetched, type FetchStep, headerOf } from '../../../watch/sources/fetched.ts';
import { ALLOW_ALL, ROBOTS_BYTES } from '../../../watch/sources/robots.ts';
import { packageVersion } from '../../package-root.ts';
import { checkedAddress, type Resolve, resolveBySystem } from './checked-address.ts';
import { checkedUrl, hostOf, portOf } from './checked-url.ts';
import { Pace } from './pace.ts';
import { type Answer, type Place, type RequestLimits, requestOnce } from './request-once.ts';
import { retryAt } from './retry-after.ts';
import { RobotsOfSites } from './robots-of-sites.ts';
import { PACKINGS, unpack } from './unpack.ts';

export interface FetcherOptions {
  /** Where whose site is read can write to: an address of mail or of a page. It stands in every request. */
  readonly contact: string;
  /** Ports beside 80 and 443. */
  readonly allowedPorts?: readonly number[];
  /** 'address:port' of servers of ones own on this machine: the internet of a simulated town, tests. Never of a request. */
  readonly allowedPrivate?: readonly string[];
  readonly limits?: Partial<RequestLimits>;
  readonly gapMs?: number;
  readonly mostWaiting?: number;
  readonly resolve?: Resolve;
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface FetchRequest {
  readonly url: string;
  /** Media types that are read; others are refused. Beginnings count: 'text/'. */
  readonly accepts: readonly string[];
  /** A lower or higher limit of the body than usual. */
  readonly mostBytes?: number;
  /** What the last answer said of itself: an unchanged page answers 304 without a body. */
  readonly known?: Validators;
  readonly signal?: AbortSignal;
}

export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface Fetcher {
  /**
   * Fetches a public page. Any status is an answer but 429 and 503, which are QRG_WATCH_LATER (`at`: epoch ms to come again).
   * Fails with QRG_WATCH_ADDRESS, _BODY_BIG, _CREDENTIALS, _ENCODING, _HEADERS_BIG, _HOST, _LATER, _PORT, _QUEUE, _REDIRECTS,
   * _ROBOTS, _SCHEME, _TIME, _TYPE, _UNREACHABLE, _URL.
   */
  fetch(request: FetchRequest): Promise<Result<Fetched>>;
  /**
   * A server of ones own by a name that no name server knows: the internet of a simulated town. It is asked at its own port and
   * without pauses. Never of a request.
   */
  ownServer(host: string, place: Place): void;
  /** Ends what is under way. */
  close(): void;
}

/** Name by which robots.txt may speak to us. */
const AGENT = 'qorgan';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const LIMITS: RequestLimits = { totalMs: 20_000, headerBytes: 32 * 1024, bodyBytes: 5 << 20 };
const GAP_MS = 1_000;
const MOST_WAITING = 1_000;
const MOST_RUNNING = 8;

/** Opens the one way by which Watch reaches the internet. */
export function openFetcher(options: FetcherOptions): Fetcher {
  const site = new SiteFetcher(options);
  return {
    fetch: (request) => site.fetch(request, true),
    ownServer: (host, place) => site.ownServers.set(host, place),
    close: () => site.close(),
  };
}

class SiteFetcher {
  /** By host. */
  readonly ownServers = new Map<string, Place>();
  readonly #limits: RequestLimits;
  readonly #agent: string;
  readonly #ports: ReadonlySet<number>;
  readonly #own: ReadonlySet<string>;
  readonly #ownPorts: ReadonlySet<number>;
  readonly #resolve: Resolve;
  readonly #now: () => number;
  readonly #pace: Pace;
  readonly #robots: RobotsOfSites;
  readonly #closing = new AbortController();

  constructor(options: FetcherOptions) {
    this.#limits = { ...LIMITS, ...options.limits };
    // One line, no letters outside of ASCII: a header is made of it.
    const contact = options.contact.replace(/[^\x20-\x7e]/g, '').slice(0, 200);
    this.#agent = `Qorgan/${packageVersion()} (+${contact})`;
    this.#own = new Set(options.allowedPrivate);
    const ownPorts = [...this.#own].map((own) => Number(own.slice(own.lastIndexOf(':') + 1)));
    const open = new Set([80, 443, ...(options.allowedPorts ?? [])]);
    this.#ownPorts = new Set(ownPorts.filter((port) => !open.has(port)));
    this.#ports = new Set([...open, ...ownPorts]);
    this.#resolve = options.resolve ?? resolveBySystem;
    this.#now = options.now ?? Date.now;
    this.#pace = new Pace({
      gapMs: options.gapMs ?? GAP_MS,
      mostWaiting: options.mostWaiting ?? MOST_WAITING,
      mostRunning: MOST_RUNNING,
      now: this.#now,
      sleep: options.sleep ?? ((ms, signal) => sleepFor(ms, undefined, { signal })),
    });
    this.#robots = new RobotsOfSites(
      (url) => this.fetch({ url, accepts: [''], mostBytes: ROBOTS_BYTES }, false),
      AGENT,
      this.#now,
    );
  }

  close(): void {
    this.#closing.abort();
  }

  /** @param asksRobots false for robots.txt itself */
  async fetch(request: FetchRequest, asksRobots: boolean): Promise<Result<Fetched>> {
    const chain: FetchStep[] = [];
    let next = request.url;
    while (chain.length <= MOST_REDIRECTS) {
      const url = checkedUrl(next, this.#ports);
      if (!url.ok) return url;
      const step = await this.#step(url.value, request, asksRobots);
      if (!step.ok) return step;
      const { answer, address } = step.value;
      chain.push(stepOf(url.value, address, answer));
      const location = headerOf(answer, 'location');
      if (!REDIRECTS.has(answer.status) || location === undefined)
        return await this.#fetched(request, url.value, chain, answer);
      if (!URL.canParse(location, url.value.href))
        return fail('QRG_WATCH_URL', { value: location.slice(0, 100) });
      next = new URL(location, url.value).href;
    }
    return fail('QRG_WATCH_REDIRECTS', { most: MOST_REDIRECTS });
  }

  /** One request at its turn, its robots.txt and its address checked before. */
  async #step(
    url: URL,
    request: FetchRequest,
    asksRobots: boolean,
  ): Promise<Result<{ answer: Answer; address: string }>> {
    const address = await this.#address(url);
    if (!address.ok) return address;
    const robots = asksRobots ? await this.#robots.of(url.origin) : ok(ALLOW_ALL);
    if (!robots.ok) return robots;
    if (!robots.value.allows(`${url.pathname}${url.search}`)) return fail('QRG_WATCH_ROBOTS');
    const { signal: closing } = this.#closing;
    const signal = request.signal ? AbortSignal.any([request.signal, closing]) : closing;
    const gapMs = (robots.value.delaySeconds ?? 0) * 1000;
    const own = this.ownServers.get(hostOf(url));
    if (own !== undefined) return this.#askOwn(url, own, request, signal);
    try {
      return await this.#pace.run(url.host, () => this.#ask(url, request, signal), gapMs, signal);
    } catch (error) {
      if (signal.aborted) return fail('QRG_WATCH_UNREACHABLE', { reason: 'aborted' });
      throw error;
    }
  }

  /** Names are asked again when the turn has come: the address that is checked is the one that is connected to. */
  async #ask(
    url: URL,
    request: FetchRequest,
    signal: AbortSignal,
  ): Promise<Result<{ answer: Answer; address: string }>> {
    const address = await this.#address(url);
    if (!address.ok) return address;
    const limits = { ...this.#limits, bodyBytes: request.mostBytes ?? this.#limits.bodyBytes };
    const headers = this.#headers(request);
    const place = { address: address.value, port: portOf(url) };
    const answer = await requestOnce(url, place, headers, limits, this.#now, signal);
    if (!answer.ok) return answer;
    const { status } = answer.value;
    if (status !== 429 && status !== 503)
      return ok({ answer: answer.value, address: address.value });
    const at = retryAt(headerOf(answer.value, 'retry-after'), this.#now());
    this.#pace.rest(url.host, at);
    return fail('QRG_WATCH_LATER', { host: url.host, at });
  }

  async #askOwn(
    url: URL,
    place: Place,
    request: FetchRequest,
    signal: AbortSignal,
  ): Promise<Result<{ answer: Answer; address: string }>> {
    const headers = this.#headers(request);
    const limits = { ...this.#limits, bodyBytes: request.mostBytes ?? this.#limits.bodyBytes };
    const answer = await requestOnce(url, place, headers, limits, this.#now, signal);
    return answer.ok ? ok({ answer: answer.value, address: place.address }) : answer;
  }

  /** A port that only a server of ones own may have is asked of nobody else. */
  async #address(url: URL): Promise<Result<string>> {
    const own = this.ownServers.get(hostOf(url));
    if (own !== undefined) return ok(own.address);
    const address = await this.#resolved(url);
    const port = portOf(url);
    const isOwn = address.ok && this.#own.has(`${address.value}:${port}`);
    return address.ok && this.#ownPorts.has(port) && !isOwn
      ? fail('QRG_WATCH_PORT', { port })
      : address;
  }

  /** A name server that does not answer may not hold up the queue of its host. */
  async #resolved(url: URL): Promise<Result<string>> {
    const { totalMs } = this.#limits;
    const told = new AbortController();
    const late = sleepFor(totalMs, fail('QRG_WATCH_TIME', { seconds: Math.ceil(totalMs / 1000) }), {
      signal: told.signal,
    });
    late.catch(() => undefined);
    try {
      return await Promise.race([checkedAddress(url, this.#resolve, this.#own), late]);
    } finally {
      told.abort();
    }
  }

  #headers({ accepts, known }: FetchRequest): Record<string, string | undefined> {
    const wanted = accepts.map((type) => (type.endsWith('/') ? `${type}*` : type)).filter(Boolean);
    return {
      'user-agent': this.#agent,
      accept: [...wanted, '*/*;q=0.1'].join(', '),
      'accept-encoding': PACKINGS,
      ...(isHeader(known?.etag) && { 'if-none-match': known?.etag }),
      ...(isHeader(known?.lastModified) && { 'if-modified-since': known?.lastModified }),
    };
  }

  async #fetched(
    request: FetchRequest,
    url: URL,
    chain: readonly FetchStep[],
    answer: Answer,
  ): Promise<Result<Fetched>> {
    const most = request.mostBytes ?? this.#limits.bodyBytes;
    const { status, headers, bytes, endedAt } = answer;
    const contentType = (headerOf(answer, 'content-type') ?? '').split(';')[0].trim().toLowerCase();
    const isPage = status >= 200 && status < 300 && bytes.length > 0;
    // A page that does not say what it is may be text: its parser finds out.
    if (
      isPage &&
      contentType !== '' &&
      !request.accepts.some((type) => contentType.startsWith(type))
    )
      return fail('QRG_WATCH_TYPE', { type: contentType.slice(0, 80) });
    const body = await unpack(bytes, headerOf(answer, 'content-encoding'), most);
    if (!body.ok) return body;
    return ok({
      url: request.url,
      finalUrl: url.href,
      chain,
      status,
      headers,
      at: endedAt,
      bytes,
      body: body.value,
      contentType,
    });
  }
}

const stepOf = (url: URL, address: string, { status, startedAt, headAt }: Answer): FetchStep => ({
  url: url.href,
  address,
  status,
  at: startedAt,
  tookMs: headAt - startedAt,
});

/** What a site said of its page goes back to it only if it is what a header may be. */
const isHeader = (told: string | undefined): boolean => /^[\x20-\x7e]{1,300}$/.test(told ?? '');
