import type { Random } from '../../src/domain/random.ts';
import { HOSTILE_TEXTS, type Schema, SchemaValues } from './schema-values.ts';

/** An operation of an OpenAPI document, as far as requests are made from it. */
export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: Schema; readonly 'x-line'?: Schema }>
    >;
  };
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface FuzzRequest {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | undefined;
}

const MEDIA_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/xml',
  'text/plain',
  'application/x-ndjson',
  'multipart/form-data; boundary=x',
  '*/*',
  'nonsense',
];

const GARBAGE = [
  '',
  '{',
  '[',
  'null',
  '0',
  '"x"',
  '{"a":}',
  '[1,2',
  '{"__proto__":{"x":1}}',
  '\u0000',
  '<?xml version="1.0"?><Document/>',
  `${'['.repeat(5_000)}`,
];

/** Makes requests of one operation: half fit, half have something wrong. */
export class Requests {
  readonly #random: Random;
  readonly #values: SchemaValues;

  constructor(random: Random, components: Readonly<Record<string, Schema>>) {
    this.#random = random;
    this.#values = new SchemaValues(random, components);
  }

  of(path: string, operation: Operation): FuzzRequest {
    const random = this.#random;
    const isGood = random.chance(0.5);
    const headers: Record<string, string> = {
      'accept-language': random.pick(['ru', 'kk-KZ,ru;q=0.5', 'en', '*', ';;;', 'x'.repeat(200)]),
    };
    let address = path;
    const query = new URLSearchParams();
    for (const parameter of operation.parameters ?? []) {
      const value = this.#told(parameter, isGood);
      if (parameter.in === 'path') {
        // An empty segment is another address.
        const text = value === undefined || value === '' ? 'x' : value;
        address = address.replace(`{${parameter.name}}`, encoded(text));
      } else if (value === undefined) continue;
      else if (parameter.in === 'query') query.set(parameter.name, value);
      else if (isHeader(value)) headers[parameter.name.toLowerCase()] = value;
    }
    if (!isGood && random.chance(0.2)) query.set(random.pick(HOSTILE_TEXTS), 'x');
    const text = query.toString();
    return {
      path: text === '' ? address : `${address}?${text}`,
      headers,
      ...this.#body(operation, headers, isGood),
    };
  }

  #told({ required, schema }: Parameter, isGood: boolean): string | undefined {
    const random = this.#random;
    if (!required && random.chance(0.5)) return undefined;
    if (!isGood && random.chance(0.5)) return random.pick(HOSTILE_TEXTS);
    return String(this.#values.fitting(schema));
  }

  #body(
    { requestBody }: Operation,
    headers: Record<string, string>,
    isGood: boolean,
  ): Pick<FuzzRequest, 'body'> {
    const random = this.#random;
    if (requestBody === undefined) return { body: undefined };
    const [type, { schema, 'x-line': line }] = random.pick(Object.entries(requestBody.content));
    headers['content-type'] = !isGood && random.chance(0.2) ? random.pick(MEDIA_TYPES) : type;
    if (!isGood && random.chance(0.15)) return { body: Buffer.from(random.pick(GARBAGE)) };
    if (line !== undefined) {
      const lines = Array.from({ length: random.int(0, 5) }, () => this.#json(line, isGood));
      return { body: Buffer.from(lines.join('\n')) };
    }
    if (type === 'application/json' && schema.format !== 'binary')
      return { body: Buffer.from(this.#json(schema, isGood)) };
    return { body: Buffer.from(random.pick([...GARBAGE, 'id,account\n1,acc-300\n', MESSAGE])) };
  }

  #json(schema: Schema, isGood: boolean): string {
    const value = this.#values.fitting(schema);
    const text = JSON.stringify(isGood ? value : this.#values.spoilt(value)) ?? 'null';
    return !isGood && this.#random.chance(0.05) ? text.slice(0, -1) : text;
  }
}

/** Percent-encoded; halves of a surrogate pair have no encoding and come as they would from a careless client. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** What Node's own client sends in a header at all. */
const isHeader = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text);

const MESSAGE = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-20T10:00:00+05:00</CreDtTm></GrpHdr>
<CdtTrfTxInf><PmtId><InstrId>I1</InstrId><EndToEndId>E1</EndToEndId></PmtId><IntrBkSttlmAmt Ccy="KZT">100.00</IntrBkSttlmAmt>
<DbtrAcct><Id><Othr><Id>acc-1</Id></Othr></Id></DbtrAcct><CdtrAcct><Id><Othr><Id>acc-2</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>
</FIToFICstmrCdtTrf></Document>`;
