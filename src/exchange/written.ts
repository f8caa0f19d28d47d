/** One file that a writer of exchange made of a case: bytes in memory, nothing sent. The same case gives the same bytes. */
export interface Written {
  /** Latin letters, digits, '-', '_' and '.' only: a name that every system takes. */
  readonly fileName: string;
  /** 'application/stix+json;version=2.1', 'application/xml', … */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What could not be said in this format, one line each, in English: shown to the sender, never sent. */
  readonly left: readonly string[];
}
