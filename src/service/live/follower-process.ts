import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { failureFields, type Log } from '../running/log.ts';
import { NO_SNAPSHOT, type SavedSnapshot } from './snapshot-file.ts';

/** What the follower is told by its parent, over their channel: nothing of it stands in an argument or a variable. */
export interface FollowerStart {
  readonly kind: 'start';
  readonly dataDir: string;
  /** undefined: the embedded server of the data folder. */
  readonly databaseUrl: string | undefined;
  /** As configured; neither told: the key file of the data folder. */
  readonly masterKey: string | undefined;
  readonly masterKeyFile: string | undefined;
  readonly model: string | undefined;
  readonly currency: string;
  readonly snapshotEvery: number;
  readonly networksEveryMs: number;
}

export type ToFollower = FollowerStart | { readonly kind: 'stop' };

export type FromFollower =
  | { readonly kind: 'at'; readonly seq: number; readonly snapshot: SavedSnapshot }
  | { readonly kind: 'log'; readonly line: Parameters<Log> }
  /** It ends: what its log line says of why. */
  | { readonly kind: 'failed'; readonly problem: Readonly<Record<string, string>> };

/** How the follower is; counts since the start of the service. */
export interface FollowerStatus {
  readonly running: boolean;
  /** The last fact it has read; 0 until it has recovered. */
  readonly seq: number;
  readonly snapshot: SavedSnapshot;
  /** Times it was started again. */
  readonly restarts: number;
  /** Times it ended unasked, or told of an error and went on. */
  readonly errors: number;
}

/** A follower that ended is started again after this long, doubling up to the most. */
const RESTART_FIRST_MS = 1_000;
const RESTART_MOST_MS = 60_000;
/** It may take so long to read the rest and save when told to stop. */
const STOP_WITHIN_MS = 30_000;

/** The follower in a process of its own: at the lowest priority, and its end is not the end of the service. */
export class FollowerProcess {
  readonly #start: FollowerStart;
  readonly #log: Log;
  #child: ChildProcess | undefined;
  #restartMs = RESTART_FIRST_MS;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #problem: Readonly<Record<string, string>> = {};
  #seq = 0;
  #snapshot = NO_SNAPSHOT;
  #restarts = 0;
  #errors = 0;

  /** @param log takes its lines as those of the service: that it ended, and what it says itself */
  constructor(start: FollowerStart, log: Log) {
    this.#start = start;
    this.#log = log;
    this.#launch();
  }

  status(): FollowerStatus {
    return {
      running: this.#child !== undefined,
      seq: this.#seq,
      snapshot: this.#snapshot,
      restarts: this.#restarts,
      errors: this.#errors,
    };
  }

  #launch(): void {
    try {
      this.#child = this.#fork();
    } catch (error) {
      // No memory or no file left for another process; later there may be.
      this.#cannotStart(error);
    }
  }

  #fork(): ChildProcess {
    const child = fork(join(import.meta.dirname, `follower-main${EXTENSION}`), [], {
      // A debugger or a profile of the service is not the follower's.
      execArgv: [],
      env: withoutSettings(process.env),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message: FromFollower) => this.#hear(message));
    child.once('exit', () => this.#ended(child));
    child.on('error', (error) => {
      if (child === this.#child && child.pid === undefined) this.#cannotStart(error);
    });
    // One that ended before it heard is told of by its exit.
    child.send(this.#start, () => {});
    return child;
  }

  #cannotStart(error: unknown): void {
    this.#problem = failureFields(error);
    this.#ended(this.#child);
  }

  #hear(message: FromFollower): void {
    if (message.kind === 'at') {
      this.#restartMs = RESTART_FIRST_MS;
      this.#seq = message.seq;
      this.#snapshot = message.snapshot;
    } else if (message.kind === 'failed') this.#problem = message.problem;
    else this.#say(...message.line);
  }

  readonly #say: Log = (level, event, fields) => {
    if (level === 'error') this.#errors++;
    this.#log(level, event, fields);
  };

  #ended(child: ChildProcess | undefined): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    if (this.#stopping) return;
    this.#say('error', 'follower ended', this.#problem);
    this.#problem = {};
    this.#timer = setTimeout(() => {
      this.#restarts++;
      this.#launch();
    }, this.#restartMs);
    this.#timer.unref();
    this.#restartMs = Math.min(2 * this.#restartMs, RESTART_MOST_MS);
  }

  /** Lets it read to the end of the journal and save, then ends it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (child === undefined) return;
    const ended = once(child, 'exit');
    if (child.connected) child.send({ kind: 'stop' } satisfies ToFollower, () => {});
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
  }
}

/**
 * The environment without settings of the service, the master key among them: whatever prints a process's environment, a crash
 * report or `ps`, has one place less to find it. The key itself comes over the channel: the journal is sealed under it.
 */
export const withoutSettings = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith('QORGAN_')));

/** `.ts` in a checkout, `.js` when built. */
const EXTENSION = import.meta.filename.endsWith('.ts') ? '.ts' : '.js';
