const MOST = 500;

/** What a report could not say, each thing once, in the order it was met. */
export class Left {
  readonly #lines = new Set<string>();
  #more = 0;

  add(line: string): void {
    if (this.#lines.size < MOST) this.#lines.add(line);
    else if (!this.#lines.has(line)) this.#more += 1;
  }

  lines(): readonly string[] {
    return this.#more === 0 ? [...this.#lines] : [...this.#lines, `and ${this.#more} more`];
  }
}
