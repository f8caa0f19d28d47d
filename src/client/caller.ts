import type { Language } from '../domain/language.ts';
import { QorganProblem } from './problem.ts';

export interface ClientOptions {
  /** Where the service is: 'https://qorgan.example'; '' for a page of the service itself. */
  readonly baseUrl: string;
  /** Of a program; a page in a browser has its cookie. */
  readonly key?: string;
  readonly language?: Language;
  readonly fetch?: typeof fetch;
  /** The mark of the session, for calls that change anything; in a browser it is read from its cookie. */
  readonly csrf?: () => string | undefined;
}

export type QueryValue = string | number | boolean | undefined;

export interface CallOptions {
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  /** The version that was seen. */
  readonly version?: number;
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SendOptions extends Omit<CallOptions, 'body'> {
  readonly body?: string | Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly mediaType?: string;
  readonly accept?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends requests, and turns refusals into QorganProblem. */
export class Caller {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** JSON in, JSON out. */
  async json<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
    const { body, ...rest } = options;
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), mediaType: 'application/json' };
    const response = await this.send(method, path, { ...rest, ...sent });
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** A response that is not refused. Throws QorganProblem, and what `fetch` throws when nobody answers. */
  async send(method: Method, path: string, options: SendOptions = {}): Promise<Response> {
    const { baseUrl, fetch: given = fetch } = this.#options;
    const { query, body, signal } = options;
    const response = await given(`${baseUrl}${path}${queryText(query)}`, {
      method,
      headers: this.#headers(method, options),
      credentials: 'same-origin',
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
      // A stream is sent while its answers come back.
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    } as RequestInit);
    if (!response.ok) throw await QorganProblem.of(response);
    return response;
  }

  #headers(method: Method, options: SendOptions): Record<string, string> {
    const { key, language, csrf = csrfOfPage } = this.#options;
    const { mediaType, accept, version, idempotencyKey } = options;
    const mark = method === 'GET' || key !== undefined ? undefined : csrf();
    return {
      accept: accept ?? 'application/json',
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(language && { 'accept-language': language }),
      ...(mark !== undefined && { 'x-csrf-token': mark }),
      ...(mediaType && { 'content-type': mediaType }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    };
  }
}

function queryText(query: CallOptions['query'] = {}): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) text.set(name, String(value));
  return text.size === 0 ? '' : `?${text}`;
}

/** The cookie that a page of ours repeats in a header; its name says whether the page came by https. */
function csrfOfPage(): string | undefined {
  const { document } = globalThis as { document?: { cookie: string } };
  return /(?:^|;\s*)(?:__Host-)?qorgan-csrf=([^;]+)/.exec(document?.cookie ?? '')?.[1];
}
