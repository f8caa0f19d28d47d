import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../src/domain/random.ts';
import type { TransferRequest } from '../../src/service/live/transfer-request.ts';

/** What a service acknowledged about one id. */
export interface Acknowledged {
  readonly seq: number;
  readonly verdict: string;
  readonly score: number;
}

/** Ids that may be sent out of order: a window over the stream of the town. */
const WINDOW = 60;
const BATCH_MOST = 40;
/** Shares of the requests. */
const REPEAT_SHARE = 0.2;
const TORN_SHARE = 0.06;
const LATE_SHARE = 0.03;
/** Acts that stand in the book of acts: a list is made. */
const ACT_SHARE = 0.05;
const REPLY_WITHIN_MS = 20_000;

/**
 * A bank whose line is bad: it sends transfers one by one and in batches, some twice, some out of order, some much later, some
 * cut off in the middle; and it remembers what was acknowledged.
 */
export class Bank {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Names of the lists whose making was acknowledged. */
  readonly listsMade: string[] = [];
  /** What was answered and cannot be true: the same id answered otherwise, a status nobody expects. */
  readonly faults: string[] = [];
  readonly #random: Random;
  readonly #town: readonly TransferRequest[];
  readonly #late: TransferRequest[] = [];
  readonly #open = new Map<string, TransferRequest>();
  #next = 0;
  #lists = 0;

  constructor(random: Random, town: readonly TransferRequest[]) {
    this.#random = random;
    this.#town = town;
  }

  get sent(): number {
    return this.#next;
  }

  /** Sends until `signal` says that the service is being killed. */
  async work(port: number, key: string, lines: number, signal: AbortSignal): Promise<void> {
    await Promise.all(
      Array.from({ length: lines }, async () => {
        while (!signal.aborted) await this.#once(port, key, signal);
      }),
    );
  }

  /** Sends again whatever was never acknowledged, calmly, until all of it is. */
  async finish(port: number, key: string): Promise<void> {
    const rest = [...this.#open.values(), ...this.#late];
    for (let from = 0; from < rest.length; from += BATCH_MOST)
      await this.#send(
        port,
        key,
        rest.slice(from, from + BATCH_MOST),
        new AbortController().signal,
      );
  }

  async #once(port: number, key: string, signal: AbortSignal): Promise<void> {
    if (this.#random.next() < ACT_SHARE) {
      await this.#makeList(port, key);
      return;
    }
    const rows = this.#choose();
    if (this.#random.next() < TORN_SHARE) await this.#tear(port, key, rows);
    else await this.#send(port, key, rows, signal);
  }

  #choose(): TransferRequest[] {
    const random = this.#random;
    const count = random.next() < 0.4 ? 1 : random.int(1, BATCH_MOST);
    const rows: TransferRequest[] = [];
    for (let i = 0; i < count; i++) {
      const again = random.next() < REPEAT_SHARE ? this.#earlier() : undefined;
      const row = again ?? this.#fresh();
      if (row !== undefined) rows.push(row);
    }
    // Out of order, as messages over two lines are.
    for (let i = rows.length - 1; i > 0; i--) {
      const j = random.int(Math.max(0, i - WINDOW), i);
      [rows[i], rows[j]] = [rows[j], rows[i]];
    }
    return rows;
  }

  #fresh(): TransferRequest | undefined {
    if (this.#late.length > 0 && this.#random.next() < LATE_SHARE) return this.#late.shift();
    const row = this.#town[this.#next++];
    if (row === undefined) return undefined;
    this.#open.set(row.id, row);
    if (this.#random.next() >= LATE_SHARE) return row;
    this.#late.push(row);
    return undefined;
  }

  #earlier(): TransferRequest | undefined {
    return this.#next === 0 ? undefined : this.#town[this.#random.int(0, this.#next - 1)];
  }

  async #send(
    port: number,
    key: string,
    rows: readonly TransferRequest[],
    signal: AbortSignal,
  ): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) this.#open.set(row.id, row);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`http://localhost:${port}/v1/decisions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(rows),
        signal: AbortSignal.timeout(REPLY_WITHIN_MS),
      });
      text = await response.text();
    } catch {
      // Killed, or not there: nothing is known of these until they are sent again.
      if (!signal.aborted) await pause(5);
      return;
    }
    if (response.status === 200) this.#note(rows, JSON.parse(text));
    else if (response.status !== 503) this.faults.push(`status ${response.status}: ${text}`);
    else await pause(20);
  }

  async #makeList(port: number, key: string): Promise<void> {
    const name = `list ${++this.#lists}`;
    const body = { forAll: false, kind: 'internal', name, source: 'crash test', handling: 'look' };
    try {
      const response = await fetch(`http://localhost:${port}/v1/lists`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(REPLY_WITHIN_MS),
      });
      if (response.status === 201) this.listsMade.push(name);
      else if (response.status !== 503) this.faults.push(`list: ${response.status}`);
    } catch {
      await pause(5);
    }
  }

  #note(rows: readonly TransferRequest[], answers: readonly Answer[]): void {
    answers.forEach((answer, i) => {
      const { id } = rows[i];
      if (answer.id !== id || answer.problem) {
        this.faults.push(`${id}: ${JSON.stringify(answer)}`);
        return;
      }
      const { seq, verdict, score } = answer;
      const before = this.acknowledged.get(id);
      if (before && (before.seq !== seq || before.verdict !== verdict || before.score !== score))
        this.faults.push(`${id}: ${JSON.stringify(before)} became ${JSON.stringify(answer)}`);
      this.acknowledged.set(id, { seq, verdict, score });
      this.#open.delete(id);
    });
  }

  /** A request that breaks off: part of it is sent, then the line goes dead. */
  #tear(port: number, key: string, rows: readonly TransferRequest[]): Promise<void> {
    const body = JSON.stringify(rows);
    const head = `POST /v1/decisions HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    const whole = head + body;
    const part = whole.slice(0, this.#random.int(1, whole.length - 1));
    return new Promise((resolve) => {
      const socket = connect(port, 'localhost', () => {
        socket.write(part, () => socket.destroy());
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });
  }
}

interface Answer extends Acknowledged {
  readonly id: string;
  readonly problem?: unknown;
}
