import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { QorganError } from '../../../../domain/errors/catalogue.ts';
import { withoutSettings } from '../../../live/follower-process.ts';
import type { MadePicture } from './make-anew.ts';
import type { PictureAnswer } from './picture-main.ts';

/** A screenshot takes a tenth of a second; what takes longer than this is made to. */
const TIMEOUT_MS = 10_000;
/** A picture of the most points takes 400 MB. */
const MEMORY_MOST = 700 * 2 ** 20;
/** Pictures that may wait for their turn. */
const WAITING_MOST = 8;
/** A process that nobody needs is ended. */
const IDLE_MS = 60_000;

export interface PictureProcessOptions {
  readonly timeoutMs?: number;
  /** Bytes of the whole process. */
  readonly memoryMost?: number;
  readonly program?: string;
  /** What runs it. */
  readonly runtime?: string;
}

/**
 * Makes pictures anew in a process of its own, one at a time: a file made to break decoders breaks that process, which is
 * started again for the next one, and never the service that decides payments. It starts with the first picture.
 */
export class PictureProcess {
  readonly #timeoutMs: number;
  readonly #memoryMost: number;
  readonly #program: string;
  readonly #runtime: string;
  #child: ChildProcess | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #usedAt = 0;

  constructor({
    timeoutMs = TIMEOUT_MS,
    memoryMost = MEMORY_MOST,
    program = PROGRAM,
    runtime = process.execPath,
  }: PictureProcessOptions = {}) {
    this.#timeoutMs = timeoutMs;
    this.#memoryMost = memoryMost;
    this.#program = program;
    this.#runtime = runtime;
  }

  /** Throws QRG_REPORT_PICTURE_BUSY, QRG_REPORT_PICTURE_BROKEN, QRG_REPORT_PICTURE_PIXELS. */
  async makeAnew(bytes: Uint8Array): Promise<MadePicture> {
    if (this.#waiting >= WAITING_MOST) throw busy();
    this.#waiting++;
    const made = this.#turn.then(() => this.#ask(bytes));
    this.#turn = made.catch(() => {});
    try {
      const answer = await made;
      if (!('problem' in answer)) return answer;
      if (answer.problem === 'pixels') throw new QorganError('QRG_REPORT_PICTURE_PIXELS');
      throw new QorganError('QRG_REPORT_PICTURE_BROKEN');
    } finally {
      this.#waiting--;
    }
  }

  /** Ends the process when it has had nothing to do for a minute, or at once. */
  rest({ now = Date.now(), atOnce = false } = {}): void {
    if (atOnce || (this.#waiting === 0 && now - this.#usedAt > IDLE_MS)) this.#end();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async #ask(bytes: Uint8Array): Promise<PictureAnswer> {
    const child = this.#child ?? this.#start();
    const done = new AbortController();
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#timeoutMs);
    const { signal } = done;
    try {
      const answered = once(child, 'message', { signal }) as Promise<[PictureAnswer]>;
      const ended = once(child, 'exit', { signal }).then(() => undefined);
      child.send(bytes, () => {}); // one that is gone says so by its exit
      const [answer] = (await Promise.race([answered, ended])) ?? [];
      // It broke, was too slow or took too much: whatever it was, no honest picture does that.
      return answer ?? { problem: 'broken' };
    } catch {
      // No process, no memory, no way to it: the machine's trouble and not the picture's.
      throw busy();
    } finally {
      clearTimeout(timer);
      done.abort();
      this.#usedAt = Date.now();
    }
  }

  #start(): ChildProcess {
    const child = fork(this.#program, [String(this.#memoryMost)], {
      execPath: this.#runtime,
      execArgv: ['--max-old-space-size=128'],
      // Nothing of the service's settings: no key is where strangers' files are read.
      env: withoutSettings(process.env),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    child.on('error', () => {
      child.kill('SIGKILL');
      // One that never began has no exit: without this, all others would wait for it.
      if (this.#child === child) this.#child = undefined;
    });
    // It keeps no service from ending.
    child.unref();
    child.channel?.unref();
    this.#child = child;
    return child;
  }

  #end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

const busy = () => new QorganError('QRG_REPORT_PICTURE_BUSY', { seconds: 5 });

const PROGRAM = join(import.meta.dirname, `picture-main${extname(import.meta.url)}`);
