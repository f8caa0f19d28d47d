import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Encoding } from '../text/encoding.ts';
import type { RowReader, RowSink } from './row-sink.ts';
import { UnEntry } from './un-entry.ts';

const ENTRIES = new Set(['INDIVIDUAL', 'ENTITY']);
/** The deepest element of the UN list stands at 6. */
const MOST_DEPTH = 32;
/** Characters that may pass without a tag, and characters of one entry: far above any real one. */
const MOST_TEXT = 1 << 16;
const MOST_ENTRY_TEXT = 1 << 20;

/**
 * Streams the consolidated list of the UN Security Council (CONSOLIDATED_LIST / INDIVIDUALS, ENTITIES). Declarations of
 * types and entities are refused, and nothing is ever fetched: the list has none, and they are how XML is made to explode
 * or to read other files. A list that breaks off is refused as a whole.
 *
 * Throws QorganError QRG_LIST_XML, QRG_LIST_XML_DTD, QRG_LIST_FORMAT.
 */
export class UnList implements RowReader {
  readonly #parser = new SaxesParser();
  readonly #decoder: TextDecoder;
  readonly #sink: RowSink;
  readonly #names: string[] = [];
  #entry: UnEntry | undefined;
  #text = '';
  #sinceTag = 0;
  #entryText = 0;

  constructor(encoding: Encoding, sink: RowSink) {
    this.#sink = sink;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw new QorganError('QRG_LIST_XML_DTD');
    });
    parser.on('error', (error) => this.#fail(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('opentag', ({ name }) => this.#open(name));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#add(text));
    parser.on('cdata', (text) => this.#add(text));
  }

  write(bytes: Uint8Array): void {
    this.#writeText(this.#decode(bytes, true));
  }

  end(): void {
    this.#writeText(this.#decode(new Uint8Array(), false));
    this.#parser.close();
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder.decode(bytes, { stream });
    } catch {
      return this.#fail('encoding');
    }
  }

  /** In small pieces: what passes without a tag (a comment, an attribute, a DOCTYPE) is held by the parser. */
  #writeText(text: string): void {
    for (let from = 0; from < text.length; from += MOST_TEXT) {
      const piece = text.slice(from, from + MOST_TEXT);
      this.#sinceTag += piece.length;
      this.#parser.write(piece);
      if (this.#sinceTag > 4 * MOST_TEXT) this.#fail('text too long');
    }
  }

  #fail(reason: string): never {
    throw new QorganError('QRG_LIST_XML', { line: this.#parser.line, reason });
  }

  #open(name: string): void {
    this.#sinceTag = 0;
    this.#text = '';
    if (this.#names.push(name) > MOST_DEPTH) this.#fail('nested too deeply');
    if (this.#names.length === 1 && name !== 'CONSOLIDATED_LIST')
      throw new QorganError('QRG_LIST_FORMAT');
    if (this.#names.length !== 3 || !ENTRIES.has(name)) return;
    this.#entry = new UnEntry(name, this.#parser.line);
    this.#entryText = 0;
  }

  #close(): void {
    this.#sinceTag = 0;
    const text = this.#text.trim();
    this.#text = '';
    const path = this.#names.slice(3);
    this.#names.pop();
    const entry = this.#entry;
    if (entry === undefined) return;
    if (path.length === 0) {
      this.#entry = undefined;
      this.#sink.row(entry.row());
      for (const name of entry.ignored) this.#sink.ignored(name);
    } else if (path.length === 1) entry.closeGroup(path[0], text);
    else entry.value(path.slice(1).join('/'), text);
  }

  #add(text: string): void {
    this.#text += text;
    this.#entryText += text.length;
    if (this.#text.length > MOST_TEXT || this.#entryText > MOST_ENTRY_TEXT)
      this.#fail('text too long');
  }
}
