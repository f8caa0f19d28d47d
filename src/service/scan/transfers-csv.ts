import type { FileHandle } from 'node:fs/promises';
import type { TransferBatch } from '../../domain/transfer.ts';
import { TOP_SIGNALS, type VerdictBatch } from '../../engine/engine.ts';
import { VERDICTS } from '../../engine/verdict.ts';

const HEADER = 'id,score,verdict,score_at_arrival,verdict_at_arrival,top_signals\n';
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const QUOTE = 0x22;
const RETURN = 0x0d;
const BUFFER_BYTES = 1 << 20;

/** Every score there can be, as text: 0 to 100 in hundredths. */
const SCORES = Array.from({ length: 10_001 }, (_, i) => Buffer.from((i / 100).toString()));
const VERDICT_WORDS = VERDICTS.map((v) => Buffer.from(v));

/**
 * Writes transfers.csv. One row per transfer in time order; written as bytes, because at millions of
 * rows making strings would cost more than the engine.
 */
export class TransfersCsv {
  readonly #file: FileHandle;
  readonly #ruleIds: readonly string[];
  readonly #signalText = new Map<number, Buffer>();
  #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #used = 0;
  #closed = false;

  constructor(file: FileHandle, ruleIds: readonly string[]) {
    this.#file = file;
    this.#ruleIds = ruleIds;
    this.#put(Buffer.from(HEADER));
  }

  /**
   * @param arrival what the engine said when each transfer came; rows with score -1 (repeats) are left out
   * @param later score of each transfer in retrospect, 0..100 in hundredths, and its verdict
   */
  async write(batch: TransferBatch, arrival: VerdictBatch, later: Retrospect): Promise<void> {
    for (let i = 0; i < batch.count; i++) {
      if (arrival.score[i] < 0) continue;
      const idFrom = i === 0 ? 0 : batch.idEnd[i - 1];
      const idTo = batch.idEnd[i];
      if (this.#used + (idTo - idFrom) * 2 + 512 > this.#buffer.length)
        await this.#flush(idTo - idFrom);
      this.#id(batch.idBytes, idFrom, idTo);
      this.#cell(SCORES[hundredths(later.score[i])]);
      this.#cell(VERDICT_WORDS[later.verdict[i]]);
      this.#cell(SCORES[hundredths(arrival.score[i])]);
      this.#cell(VERDICT_WORDS[arrival.verdict[i]]);
      this.#cell(this.#signals(arrival.signals, i * TOP_SIGNALS));
      this.#buffer[this.#used++] = NEWLINE;
    }
  }

  /** Writes the rest and closes; once is enough. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#flush(0);
    await this.#file.close();
  }

  #put(bytes: Buffer): void {
    this.#used += bytes.copy(this.#buffer, this.#used);
  }

  #cell(bytes: Buffer): void {
    this.#buffer[this.#used++] = COMMA;
    this.#put(bytes);
  }

  #id(bytes: Uint8Array, from: number, to: number): void {
    let plain = true;
    for (let i = from; i < to && plain; i++) {
      const b = bytes[i];
      plain = b !== COMMA && b !== QUOTE && b !== NEWLINE && b !== RETURN;
    }
    if (!plain) this.#buffer[this.#used++] = QUOTE;
    for (let i = from; i < to; i++) {
      if (bytes[i] === QUOTE) this.#buffer[this.#used++] = QUOTE;
      this.#buffer[this.#used++] = bytes[i];
    }
    if (!plain) this.#buffer[this.#used++] = QUOTE;
  }

  /** Rule ids joined by ';', made once per combination. */
  #signals(signals: Uint8Array, base: number): Buffer {
    let key = 0;
    for (let k = 0; k < TOP_SIGNALS; k++) key = key * 256 + signals[base + k];
    let text = this.#signalText.get(key);
    if (text === undefined) {
      const ids = [...signals.subarray(base, base + TOP_SIGNALS)].filter((s) => s > 0);
      text = Buffer.from(ids.map((s) => this.#ruleIds[s - 1]).join(';'));
      this.#signalText.set(key, text);
    }
    return text;
  }

  async #flush(nextIdBytes: number): Promise<void> {
    await this.#file.write(this.#buffer, 0, this.#used);
    this.#used = 0;
    const room = nextIdBytes * 2 + 512;
    if (room > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(room);
  }
}

const hundredths = (score: number): number => Math.round(score * 100);

/** Scores of a batch after the whole file was seen. */
export interface Retrospect {
  score: Float32Array;
  verdict: Uint8Array;
}
