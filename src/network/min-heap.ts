/** Numbers come out smallest first, each once for every time it was put in. */
export class MinHeap {
  readonly #keys: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  push(key: number): void {
    const keys = this.#keys;
    let i = keys.length;
    keys.push(key);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (keys[up] <= key) break;
      keys[i] = keys[up];
      i = up;
    }
    keys[i] = key;
  }

  /** The smallest key; NaN when empty. */
  pop(): number {
    const keys = this.#keys;
    const last = keys.pop();
    if (last === undefined) return Number.NaN;
    if (keys.length === 0) return last;
    const top = keys[0];
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= keys.length) break;
      if (down + 1 < keys.length && keys[down + 1] < keys[down]) down++;
      if (keys[down] >= last) break;
      keys[i] = keys[down];
      i = down;
    }
    keys[i] = last;
    return top;
  }
}
