/** Bounds of the HTTP server. Every one has a value that suits one machine; tests and configuration may change them. */
export interface HttpLimits {
  /** Bytes of a JSON body, unless the route says otherwise. */
  readonly bodyMost: number;
  /** Bytes of a streamed body. */
  readonly streamMost: number;
  /** The whole of a body that is no stream must be here within this. */
  readonly bodyMs: number;
  /** A stream may be silent for so long. */
  readonly streamIdleMs: number;
  /** The headers of a request must be here within this: who sends a byte a minute holds a connection for nothing. */
  readonly headersMs: number;
  /** An idle connection is kept so long. */
  readonly keepAliveMs: number;
  /** A connection on which nothing at all moves is closed after this. */
  readonly idleMs: number;
  /** How often the above are looked at. */
  readonly checkEveryMs: number;
  readonly connectionsMost: number;
  readonly requestsPerConnection: number;
  /** Requests at once, by lane. */
  readonly decisionsAtOnce: number;
  readonly recordsAtOnce: number;
  /** Of those who did not sign in, and of them pictures on their way. */
  readonly strangersAtOnce: number;
  readonly picturesAtOnce: number;
  /** What goes through all acts, or thousands of customers: seconds of work each. */
  readonly walksAtOnce: number;
  readonly streamsAtOnce: number;
  /** Live streams of alerts: of everybody, and of one person or key. */
  readonly listenersMost: number;
  readonly listenersEach: number;
  /** A live stream ends after this; the client comes back, and its rights are looked at again. */
  readonly listenMs: number;
  readonly heartbeatMs: number;
  /** Changes of alerts are gathered for so long before listeners hear of them. */
  readonly gatherMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

export const HTTP_LIMITS: HttpLimits = {
  bodyMost: 1 << 20,
  streamMost: 4 * 2 ** 30,
  bodyMs: 30 * SECOND_MS,
  streamIdleMs: MINUTE_MS,
  headersMs: 15 * SECOND_MS,
  keepAliveMs: 72 * SECOND_MS,
  idleMs: 5 * MINUTE_MS,
  checkEveryMs: 5 * SECOND_MS,
  connectionsMost: 4_096,
  requestsPerConnection: 100_000,
  decisionsAtOnce: 8_192,
  recordsAtOnce: 256,
  strangersAtOnce: 256,
  picturesAtOnce: 16,
  walksAtOnce: 1,
  streamsAtOnce: 32,
  listenersMost: 256,
  listenersEach: 8,
  listenMs: 15 * MINUTE_MS,
  heartbeatMs: 15 * SECOND_MS,
  gatherMs: 250,
};
