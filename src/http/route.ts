import type { z } from 'zod';
import type { ErrorCode } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import type { RouteAccess } from '../service/access/authorise.ts';
import type { Principal } from '../service/access/principal.ts';
import type { CookieSpec } from '../service/access/session-cookies.ts';
import type { Visitor } from '../service/access/visitor.ts';
import type { Lane } from './lanes.ts';
import type { InnerServices } from './services.ts';

/** Any live session, or one that owes nothing. */
export type SessionNeed = 'any' | 'full';

/** Who may use a route: by role, by scope of a key, by being signed in at all, or anybody. */
export interface Access extends RouteAccess {
  readonly session?: SessionNeed;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A reply that is no JSON: bytes or text of one media type, sent as they come. */
export interface MediaReply {
  readonly media: string;
  /** What one line of a stream of JSON holds. */
  readonly item?: z.ZodType;
  readonly description: string;
}

/** JSON, or the other medium for who asked in it. */
export interface EitherReply {
  readonly json: z.ZodType;
  readonly or: MediaReply;
}

/** What a status answers with: JSON by a schema, another medium, either, or nothing. */
export type ReplySpec = z.ZodType | MediaReply | EitherReply | null;

export const isMedia = (spec: ReplySpec): spec is MediaReply => spec !== null && 'media' in spec;
export const isEither = (spec: ReplySpec): spec is EitherReply =>
  spec !== null && 'or' in spec && 'json' in spec;

/** What goes along with a body. */
export interface Trimmings {
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly CookieSpec[];
}

/** Replies are only read from: what a use case holds need not be copied for them. */
export type Frozen<T> = T extends readonly (infer I)[]
  ? readonly Frozen<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** The body is a stream of one of these media types. */
interface TakenStream {
  readonly types: readonly string[];
  readonly item?: z.ZodType;
  /** No stream of hours: all of it comes as soon as any other body. */
  readonly isSoon?: boolean;
}

type StreamBody = { readonly stream: AsyncIterable<string | Uint8Array> | string };

type BodyOf<S extends ReplySpec> = S extends z.ZodType
  ? { readonly body: Frozen<z.input<S>> }
  : S extends EitherReply
    ? { readonly body: Frozen<z.input<S['json']>> } | StreamBody
    : S extends null
      ? { readonly body?: undefined }
      : StreamBody;

/** One of the replies a route declares. */
export type Answer<R extends Readonly<Record<number, ReplySpec>>> = {
  [S in keyof R & number]: { readonly status: S } & BodyOf<R[S]> & Trimmings;
}[keyof R & number];

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler is given: everything read and checked, and who asks. */
export interface Ask<
  P = unknown,
  Q = unknown,
  B = unknown,
  Who extends Principal | undefined = Principal | undefined,
> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** An XML body, where the route takes one and one came. */
  readonly xml: string | undefined;
  /** A streamed body; it must be read to its end or left with an error. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** Media type of the body, without parameters; '' without a body. */
  readonly mediaType: string;
  readonly principal: Who;
  readonly visitor: Visitor;
  /** The version in If-Match, where the route wants one; else 0. */
  readonly version: number;
  readonly language: Language;
  readonly address: string;
  /** The host as the request names it: whatever somebody wrote into a header. */
  readonly host: string | undefined;
  readonly userAgent: string | undefined;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly secure: boolean;
  /** The query as it came, with its '?'; '' without one. */
  readonly search: string;
  readonly requestId: string;
  /** Aborted when the client goes away or the server stops. */
  readonly gone: AbortSignal;
}

interface RouteSpec<
  A extends Access,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends Readonly<Record<number, ReplySpec>>,
> {
  readonly method: Method;
  /** With parameters as ':name'. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly access: A;
  readonly params?: P;
  readonly query?: Q;
  /** JSON. */
  readonly body?: B;
  /** XML is taken as well, and given to the handler as text. */
  readonly xml?: string;
  readonly stream?: TakenStream;
  /** Largest body, bytes; of a stream the server's own limit holds. */
  readonly bodyMost?: number;
  readonly ifMatch?: true;
  /** Takes an Idempotency-Key: a repeat hears the first `answer` again, or the `work` itself gives it again. */
  readonly repeatable?: 'answer' | 'work';
  readonly reply: R;
  /** Codes it may answer with beside those that any route may. */
  readonly problems?: readonly ErrorCode[];
  /** Waits in a lane of its own, so that neither crowds out the other. */
  readonly lane?: Lane;
  handler(
    ask: Ask<
      Parsed<P>,
      Parsed<Q>,
      Parsed<B>,
      A extends { public: true } | { session: SessionNeed } ? Principal | undefined : Principal
    >,
    services: InnerServices,
  ): Promise<Answer<NoInfer<R>>> | Answer<NoInfer<R>>;
}

export const TAGS = [
  'decisions',
  'alerts',
  'accounts',
  'networks',
  'customers',
  'risk',
  'lists',
  'holds',
  'cases',
  'filings',
  'packages',
  'law',
  'posts',
  'takedowns',
  'portal',
  'classes',
  'session',
  'people',
  'audit',
  'service',
] as const;
export type Tag = (typeof TAGS)[number];

/** An answer whose schema was checked where it was made. */
export interface AnyAnswer extends Trimmings {
  readonly status: number;
  readonly body?: unknown;
  readonly stream?: AsyncIterable<string | Uint8Array> | string;
}

/** A route as the server, the OpenAPI document and the tests see it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly xml?: string;
  readonly stream?: TakenStream;
  readonly bodyMost?: number;
  readonly ifMatch?: true;
  readonly repeatable?: 'answer' | 'work';
  readonly reply: Readonly<Record<number, ReplySpec>>;
  readonly problems: readonly ErrorCode[];
  readonly lane: Lane;
  handler(ask: Ask, services: InnerServices): Promise<AnyAnswer> | AnyAnswer;
}

/**
 * One route as data. Validation, access, OpenAPI and the tests of security all come from it. The types of the handler's
 * arguments and of its answers are those of the schemas. Throws when nobody may use it: forgetting that must not pass.
 */
export function route<
  const A extends Access,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  const R extends Readonly<Record<number, ReplySpec>> = Readonly<Record<number, ReplySpec>>,
>(spec: RouteSpec<A, P, Q, B, R>): Route {
  const { roles = [], scopes = [], session, public: open } = spec.access;
  if (!open && !session && roles.length + scopes.length === 0)
    throw new Error(`${spec.method} ${spec.path} says nobody may use it`);
  const { handler, ...rest } = spec;
  return {
    ...(rest as Omit<Route, 'handler' | 'problems' | 'lane'>),
    problems: spec.problems ?? [],
    lane: spec.lane ?? (open && spec.tag !== 'service' ? 'strangers' : 'records'),
    // The server hands over what these very schemas have read.
    handler: handler as Route['handler'],
  };
}

/** A route as people write it: GET /v1/alerts/:alertId. */
export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${path}`;
