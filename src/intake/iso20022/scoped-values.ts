import { SaxesParser } from 'saxes';
import { QorganError } from '../../domain/errors/catalogue.ts';

/** Values of the leaf elements inside one element, by path from it; '@Ccy' at the end names an attribute. The first of equal paths counts. */
export type Values = ReadonlyMap<string, string>;

/** An element whose values are wanted, when it ends: its own and those of the scopes around it, outermost first. */
export interface ScopeSink {
  /** Local names of elements that are scopes. */
  readonly scopes: ReadonlySet<string>;
  opened(scope: string): void;
  closed(scope: string, around: readonly Values[], line: number): void;
}

const MOST_DEPTH = 64;
/** Values kept of one scope and characters of one text: far above any real message. */
const MOST_VALUES = 512;
const MOST_TEXT = 1 << 20;

/**
 * Streams XML without regard to namespaces and hands over the values of wanted elements. Declarations of types and
 * entities are refused: no message has them, and they are how XML is made to explode or to read other files.
 * Throws QorganError QRG_FILE_XML, QRG_FILE_XML_DTD.
 */
export class ScopedValues {
  readonly #parser = new SaxesParser();
  readonly #sink: ScopeSink;
  readonly #file: string;
  readonly #names: string[] = [];
  readonly #scopes: { depth: number; line: number; values: Map<string, string> }[] = [];
  #text = '';
  #sinceTag = 0;

  constructor(sink: ScopeSink, file: string) {
    this.#sink = sink;
    this.#file = file;
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw new QorganError('QRG_FILE_XML_DTD', { file });
    });
    parser.on('error', (error) => this.#fail(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('opentag', (tag) => this.#open(tag.name, tag.attributes));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#add(text));
    parser.on('cdata', (text) => this.#add(text));
  }

  write(text: string): void {
    this.#sinceTag += text.length;
    this.#parser.write(text);
    if (this.#sinceTag > 2 * MOST_TEXT) this.#fail('text too long');
  }

  end(): void {
    this.#parser.close();
  }

  #fail(reason: string): never {
    const { line } = this.#parser;
    throw new QorganError('QRG_FILE_XML', { file: this.#file, line, reason });
  }

  #add(text: string): void {
    this.#text += text;
    if (this.#text.length > MOST_TEXT) this.#fail('text too long');
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#sinceTag = 0;
    this.#text = '';
    const local = localName(name);
    this.#names.push(local);
    if (this.#names.length > MOST_DEPTH) this.#fail('nested too deeply');
    if (this.#sink.scopes.has(local)) {
      const { line } = this.#parser;
      this.#scopes.push({ depth: this.#names.length, line, values: new Map() });
      this.#sink.opened(local);
    } else
      for (const [key, value] of Object.entries(attributes))
        this.#keep(`@${localName(key)}`, value);
  }

  #close(): void {
    this.#sinceTag = 0;
    const text = this.#text.trim();
    this.#text = '';
    const scope = this.#scopes.at(-1);
    if (scope && scope.depth === this.#names.length) {
      const name = this.#names.at(-1) ?? '';
      this.#sink.closed(
        name,
        this.#scopes.map(({ values }) => values),
        scope.line,
      );
      this.#scopes.pop();
    } else if (text !== '') this.#keep('', text);
    this.#names.pop();
  }

  #keep(suffix: string, value: string): void {
    const scope = this.#scopes.at(-1);
    if (!scope || scope.values.size >= MOST_VALUES) return;
    const path = this.#names.slice(scope.depth).join('/') + suffix;
    if (!scope.values.has(path)) scope.values.set(path, value);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
