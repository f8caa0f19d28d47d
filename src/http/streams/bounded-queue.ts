/** Hands items from one task to another, holding no more than `most`: who puts waits for who takes. */
export class BoundedQueue<T> {
  readonly #most: number;
  readonly #items: T[] = [];
  #ended = false;
  #changed = Promise.withResolvers<void>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves when there is room and the item is in; false when the queue has ended meanwhile. */
  async put(item: T): Promise<boolean> {
    while (!this.#ended && this.#items.length >= this.#most) await this.#changed.promise;
    if (this.#ended) return false;
    this.#items.push(item);
    this.#notify();
    return true;
  }

  /** No more comes: what is in is still handed over. */
  end(): void {
    this.#ended = true;
    this.#notify();
  }

  /** The oldest item, when there is one; undefined after the last. */
  async take(): Promise<T | undefined> {
    while (this.#items.length === 0 && !this.#ended) await this.#changed.promise;
    const item = this.#items.shift();
    this.#notify();
    return item;
  }

  #notify(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}
