import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { VERDICTS } from '../engine/verdict.ts';
import type { Block } from '../service/live/block.ts';
import type { FollowerStatus } from '../service/live/follower-process.ts';
import type { LiveService } from '../service/live/live-service.ts';
import type { WatchFigures } from '../service/watch/watch-figures.ts';
import type { Lanes } from './lanes.ts';

/** Seconds: a decision is to take milliseconds, a stream takes minutes. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** What a figure is read from at the moment it is asked for. */
type Status = ReturnType<LiveService['status']>;

const FIGURES: readonly (readonly [name: string, help: string, of: (status: Status) => number])[] =
  [
    ['journal_facts', 'Facts taken in', ({ seq }) => seq],
    ['journal_durable_facts', 'Facts on disk', ({ durableSeq }) => durableSeq],
    ['journal_blocks', 'Blocks written since the start', ({ blocks }) => blocks],
    ['decisions_waiting', 'Transfers taken in and not yet answered', ({ waiting }) => waiting],
    ['decisions_waiting_most', 'Bound of decisions_waiting', ({ waitingMax }) => waitingMax],
    ['accounts', 'Accounts known', ({ accounts }) => accounts],
    ['trouble', '1 while nothing can be written', ({ trouble }) => Number(trouble)],
  ];

/** The same of the follower. */
const FOLLOWER_FIGURES: readonly (readonly [
  name: string,
  help: string,
  of: (follower: FollowerStatus, durableSeq: number) => number,
])[] = [
  ['follower_up', '1 while the follower runs', ({ running }) => Number(running)],
  ['follower_facts', 'Last fact the follower has read', ({ seq }) => seq],
  [
    'follower_lag_facts',
    'Facts on disk that the follower has not read',
    ({ seq }, durableSeq) => Math.max(0, durableSeq - seq),
  ],
  ['follower_restarts', 'Times the follower was started again', ({ restarts }) => restarts],
  ['follower_errors', 'Errors of the follower since the start', ({ errors }) => errors],
  ['snapshot_facts', 'Last fact of the newest snapshot, 0: none', ({ snapshot }) => snapshot.seq],
  [
    'snapshot_timestamp_seconds',
    'When the newest snapshot was saved, 0: none',
    ({ snapshot }) => snapshot.at / 1000,
  ],
  ['snapshot_bytes', 'Size of the newest snapshot', ({ snapshot }) => snapshot.bytes],
];

/** The same of Watch. */
const WATCH_FIGURES: readonly (readonly [
  name: string,
  help: string,
  of: (watch: Readonly<WatchFigures>) => number,
])[] = [
  ['posts_read', 'Posts looked at since the start', ({ posts }) => posts],
  ['posts_waiting', 'Posts that look unlawful and that nobody has labelled', ({ queue }) => queue],
  ['captures_sealed', 'Sealed copies made since the start', ({ captures }) => captures],
  [
    'captures_failed',
    'Copies that could not be sealed since the start',
    ({ captureFailures }) => captureFailures,
  ],
  [
    'watch_sources_failing',
    'Sources whose last look failed',
    ({ sourcesFailing }) => sourcesFailing,
  ],
];

/** Figures of one service, for OpenMetrics. No label names a person, an account or an institution. */
export class HttpMetrics {
  readonly #registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>();
  readonly #seconds: Histogram<'method' | 'route' | 'status'>;
  readonly #decisions: Counter<'verdict'>;
  readonly #live: LiveService;

  constructor(
    live: LiveService,
    lanes: Lanes,
    follower: { status(): FollowerStatus } | undefined,
    watch: { readonly figures: Readonly<WatchFigures> },
  ) {
    this.#live = live;
    this.#registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
    const registers = [this.#registry];
    this.#seconds = new Histogram({
      name: 'qorgan_http_request_seconds',
      help: 'Time from the headers of a request to the end of its reply',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.#decisions = new Counter({
      name: 'qorgan_decisions',
      help: 'Transfers decided and on disk',
      labelNames: ['verdict'],
      registers,
    });
    for (const verdict of VERDICTS) this.#decisions.inc({ verdict }, 0);
    for (const [name, help, of] of FIGURES) this.#gauge(name, help, () => of(live.status()));
    if (follower)
      for (const [name, help, of] of FOLLOWER_FIGURES)
        this.#gauge(name, help, () => of(follower.status(), live.status().durableSeq));
    for (const [name, help, of] of WATCH_FIGURES) this.#gauge(name, help, () => of(watch.figures));
    new Gauge({
      name: 'qorgan_http_at_work',
      help: 'Requests at work, by lane',
      labelNames: ['lane'],
      registers,
      collect() {
        for (const [lane, count] of lanes.counts()) this.set({ lane }, count);
      },
    });
    this.#gauge(
      'http_refused',
      'Requests refused for want of room, since the start',
      () => lanes.refused,
    );
    collectDefaultMetrics({ register: this.#registry });
    live.on('durable', this.#count);
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `qorgan_${name}`,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }

  observe(
    { method, path }: { readonly method: string; readonly path: string },
    status: number,
    seconds: number,
  ): void {
    this.#seconds.observe({ method, route: path, status }, seconds);
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  close(): void {
    this.#live.off('durable', this.#count);
    this.#registry.clear();
  }

  readonly #count = (block: Block): void => {
    const counts = [0, 0, 0];
    for (const { verdict } of block.transfers) counts[verdict]++;
    VERDICTS.forEach((verdict, i) => {
      if (counts[i] > 0) this.#decisions.inc({ verdict }, counts[i]);
    });
  };
}
