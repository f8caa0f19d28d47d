/** One stop of a request on its way: what was asked, of which address, and what it answered. */
export interface FetchStep {
  readonly url: string;
  /** Address that was connected to, '192.0.2.1' or '2001:db8::1'. */
  readonly address: string;
  readonly status: number;
  /** Epoch ms when the request began, and how long until its head came. */
  readonly at: number;
  readonly tookMs: number;
}

/** An answer as it was received: what evidence seals and parsers read. */
export interface Fetched {
  readonly url: string;
  readonly finalUrl: string;
  /** All stops, the final one last; one longer than the redirects that were followed. */
  readonly chain: readonly FetchStep[];
  readonly status: number;
  /** Every header line of the final answer in its order and spelling. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Epoch ms when the final answer was complete. */
  readonly at: number;
  /** Body as received: still compressed where the server compressed it. */
  readonly bytes: Uint8Array;
  /** Body unpacked; the same bytes where nothing was packed. */
  readonly body: Uint8Array;
  /** Media type in lower case without parameters, 'text/html'; '' when none was told. */
  readonly contentType: string;
  /** Where Qorgan asked nobody: an archive tells of the answer, or there was none and a row of a file is all there is. */
  readonly toldBy?: 'archive' | 'file';
}

/** First value of a header, its name in any case. */
export const headerOf = ({ headers }: Pick<Fetched, 'headers'>, name: string): string | undefined =>
  headers.find(([told]) => told.toLowerCase() === name)?.[1];
