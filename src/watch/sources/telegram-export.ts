import { fail } from '../../domain/errors/catalogue.ts';
import { MessageCutter, type MessageSink } from './message-cutter.ts';
import {
  type BoundedPost,
  boundedPost,
  cutReject,
  type RowReject,
  type SourcePost,
} from './source-post.ts';
import { readTelegramMessage } from './telegram-message.ts';

/** Posts and refused messages that were read since the last time. */
export interface ReadRows {
  readonly posts: readonly SourcePost[];
  readonly rejects: readonly RowReject[];
}

/**
 * Reads result.json of Telegram Desktop in chunks: one chat, or the whole export with many. Memory is bounded by what was
 * read since the last `take` and one message.
 */
export class TelegramExport {
  readonly #cutter: MessageCutter;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #posts: SourcePost[] = [];
  #rejects: RowReject[] = [];

  constructor() {
    const sink: MessageSink = {
      message: (bytes, { chat }, number) => this.#read(bytes, chat, number),
      refused: (reason, number) => this.#refuse(number, reason),
    };
    this.#cutter = new MessageCutter(sink);
  }

  write(bytes: Uint8Array): void {
    this.#cutter.write(bytes);
  }

  /** What makes it no export, once all bytes were written; undefined when it was whole. */
  end(): 'format' | 'cut short' | undefined {
    const isWhole = this.#cutter.end();
    if (this.#cutter.lists === 0) return 'format';
    return isWhole ? undefined : 'cut short';
  }

  /** The beginning is no JSON object with its brackets right: reading on gives nothing. */
  get isBroken(): boolean {
    return this.#cutter.isBroken;
  }

  take(): ReadRows {
    const rows = { posts: this.#posts, rejects: this.#rejects };
    this.#posts = [];
    this.#rejects = [];
    return rows;
  }

  #read(bytes: Uint8Array, chat: Readonly<Record<string, string>>, number: number): void {
    const value = this.#parsed(bytes);
    const read =
      value === undefined
        ? fail('QRG_WATCH_MESSAGE', { reason: 'JSON' })
        : readTelegramMessage(value, chat);
    if (!read.ok) this.#rejects.push({ ...read.problem, line: number, effect: 'refused' });
    else if (read.value !== undefined) this.#keep(boundedPost(read.value), number);
  }

  #keep({ post, wasCut }: BoundedPost, number: number): void {
    this.#posts.push(post);
    if (wasCut) this.#rejects.push(cutReject(number));
  }

  #parsed(bytes: Uint8Array): unknown {
    try {
      return JSON.parse(this.#decoder.decode(bytes));
    } catch {
      return undefined;
    }
  }

  #refuse(line: number, reason: string): void {
    this.#rejects.push({ line, effect: 'refused', code: 'QRG_WATCH_MESSAGE', args: { reason } });
  }
}
