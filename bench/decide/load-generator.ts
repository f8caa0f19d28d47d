// Sends transfers to a decision service and reports what it saw, as one line of JSON. A process of its own, started by
// bench/decide.ts.  usage: node bench/decide/load-generator.ts '{"port":8080,…}'

import { readFileSync } from 'node:fs';
import { RawConnection } from './raw-connection.ts';

export interface LoadPlan {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly key: string;
  /** One JSON transfer a line. */
  readonly file: string;
  /** Lines to leave out at the start: earlier runs have sent them. */
  readonly skip: number;
  readonly connections: number;
  /** Transfers in one request; 1 sends a single object. */
  readonly batch: number;
  readonly seconds: number;
  /** Requests a second, sent whether or not replies come (latency then counts from when it was due); 0: as fast as replies come. */
  readonly rate: number;
  /** Latency counts from the moment of sending: past capacity a request is due long before its connection is free. */
  readonly sinceSent?: boolean;
}

export interface LoadReport {
  readonly seconds: number;
  readonly transfers: number;
  readonly accepted: number;
  readonly busy: number;
  readonly failed: number;
  /** Of what failed, how often which status or error. */
  readonly failures: Readonly<Record<string, number>>;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
  readonly cpuSeconds: number;
  /** Ran out of lines before the time was over. */
  readonly ranOut: boolean;
}

class Load {
  readonly #plan: LoadPlan;
  readonly #lines: string[];
  readonly #latencies: number[] = [];
  #next: number;
  #accepted = 0;
  #busy = 0;
  #failed = 0;
  readonly #failures: Record<string, number> = {};
  #ranOut = false;

  constructor(plan: LoadPlan) {
    this.#plan = plan;
    this.#lines = readFileSync(plan.file, 'utf8').trimEnd().split('\n');
    this.#next = plan.skip;
  }

  async run(): Promise<LoadReport> {
    const { host, port, path, key, connections, seconds } = this.#plan;
    const headers = { authorization: `Bearer ${key}` };
    const lines = Array.from(
      { length: connections },
      () => new RawConnection(host, port, path, headers),
    );
    // All at once they would overrun the queue of the system and wait seconds for it to ask again.
    for (const line of lines) await line.connect();
    const cpu = process.cpuUsage();
    const from = performance.now();
    const end = from + seconds * 1000;
    await Promise.all(lines.map((line, i) => this.#drive(line, i, from, end)));
    const took = (performance.now() - from) / 1000;
    const used = process.cpuUsage(cpu);
    return this.#report(took, (used.user + used.system) / 1e6);
  }

  async #drive(connection: RawConnection, i: number, from: number, end: number): Promise<void> {
    const { rate, connections, sinceSent } = this.#plan;
    // At a given rate every connection has its own share of the moments, evenly apart.
    const everyMs = rate > 0 ? (1000 * connections) / rate : 0;
    let due = from + (everyMs * i) / connections;
    while (performance.now() < end && due < end) {
      const body = this.#nextBody();
      if (body === undefined) break;
      if (rate > 0) await until(due);
      await this.#send(connection, body, rate > 0 && !sinceSent ? due : performance.now());
      due += everyMs;
    }
    connection.close();
  }

  async #send(connection: RawConnection, body: string, since: number): Promise<void> {
    try {
      const { status } = await connection.post(body);
      if (status === 200) {
        this.#accepted += this.#plan.batch;
        this.#latencies.push(performance.now() - since);
      } else if (status === 503) this.#busy += this.#plan.batch;
      else this.#fail(String(status));
    } catch (error) {
      this.#fail(error instanceof Error && 'code' in error ? String(error.code) : String(error));
    }
  }

  #fail(why: string): void {
    this.#failed += this.#plan.batch;
    this.#failures[why] = (this.#failures[why] ?? 0) + this.#plan.batch;
  }

  #nextBody(): string | undefined {
    const { batch } = this.#plan;
    const from = this.#next;
    this.#next += batch;
    if (this.#next > this.#lines.length) {
      this.#ranOut = true;
      return undefined;
    }
    return batch === 1 ? this.#lines[from] : `[${this.#lines.slice(from, this.#next).join(',')}]`;
  }

  #report(seconds: number, cpuSeconds: number): LoadReport {
    const sorted = this.#latencies.sort((a, b) => a - b);
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
    return {
      seconds,
      transfers: this.#accepted + this.#busy + this.#failed,
      accepted: this.#accepted,
      busy: this.#busy,
      failed: this.#failed,
      failures: this.#failures,
      perSecond: this.#accepted / seconds,
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      p99Ms: at(0.99),
      mostMs: at(1),
      cpuSeconds,
      ranOut: this.#ranOut,
    };
  }
}

const until = async (due: number): Promise<void> => {
  const wait = due - performance.now();
  // A timer keeps whole milliseconds; what is left of one is let go by.
  if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait - 0.5));
};

const report = await new Load(JSON.parse(process.argv[2])).run();
process.stdout.write(`${JSON.stringify(report)}\n`);
