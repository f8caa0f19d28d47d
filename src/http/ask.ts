import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../domain/language.ts';
import type { Principal } from '../service/access/principal.ts';
import type { Visitor } from '../service/access/visitor.ts';
import { languageOf } from './language.ts';
import type { OpenRequests } from './open-requests.ts';
import type { Ask } from './route.ts';

export interface ReadParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly xml: string | undefined;
  readonly version: number;
  readonly visitor: Visitor;
  readonly stream: () => AsyncIterable<Uint8Array>;
  readonly open: OpenRequests;
}

/** What a handler is given, over fastify's request. What few handlers ask for is worked out when asked. */
export class RequestAsk implements Ask {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly xml: string | undefined;
  readonly version: number;
  readonly visitor: Visitor;
  readonly #request: FastifyRequest;
  readonly #reply: FastifyReply;
  readonly #stream: () => AsyncIterable<Uint8Array>;
  readonly #open: OpenRequests;
  #gone: AbortSignal | undefined;

  constructor(request: FastifyRequest, reply: FastifyReply, parts: ReadParts) {
    this.params = parts.params;
    this.query = parts.query;
    this.body = parts.body;
    this.xml = parts.xml;
    this.version = parts.version;
    this.visitor = parts.visitor;
    this.#request = request;
    this.#reply = reply;
    this.#stream = parts.stream;
    this.#open = parts.open;
  }

  get principal(): Principal | undefined {
    return this.visitor.principal;
  }

  get stream(): AsyncIterable<Uint8Array> {
    return this.#stream();
  }

  get mediaType(): string {
    return mediaTypeOf(this.#request.headers['content-type']);
  }

  get language(): Language {
    return languageOf(this.#request.headers['accept-language']);
  }

  get address(): string {
    return this.#request.ip;
  }

  get host(): string | undefined {
    return this.#request.headers.host;
  }

  get userAgent(): string | undefined {
    return this.#request.headers['user-agent']?.slice(0, 200);
  }

  get cookies(): Readonly<Record<string, string | undefined>> {
    return this.#request.cookies;
  }

  get secure(): boolean {
    return this.#request.secure;
  }

  get search(): string {
    const { url } = this.#request;
    const start = url.indexOf('?');
    return start < 0 ? '' : url.slice(start);
  }

  get requestId(): string {
    return this.#request.id;
  }

  get gone(): AbortSignal {
    this.#gone ??= this.#open.signalFor(this.#reply.raw);
    return this.#gone;
  }
}

/** 'application/json' of 'application/json; charset=utf-8'; '' when there is none. */
export const mediaTypeOf = (header: string | undefined): string =>
  header === undefined ? '' : header.split(';', 1)[0].trim().toLowerCase();
