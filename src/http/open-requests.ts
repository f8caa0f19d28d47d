/** Long requests that have to hear when the server stops. */
export class OpenRequests {
  readonly #open = new Set<AbortController>();

  /** A signal that is aborted by `close` of the response, or when the server stops. */
  signalFor(response: {
    once(event: 'close', listener: () => void): unknown;
    destroyed: boolean;
  }): AbortSignal {
    const leaving = new AbortController();
    this.#open.add(leaving);
    const leave = (): void => {
      this.#open.delete(leaving);
      leaving.abort();
    };
    response.once('close', leave);
    if (response.destroyed) leave();
    return leaving.signal;
  }

  /** Tells all of them to end. */
  end(): void {
    for (const leaving of this.#open) leaving.abort();
    this.#open.clear();
  }
}
