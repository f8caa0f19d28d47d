import { rankCode } from './rank-code.ts';

/** Rows of feature values as rank codes, row after row. Shared memory, so that several threads may learn from it. */
export class CodeBlock {
  readonly width: number;
  readonly codes: Uint16Array;

  constructor(rows: number, width: number, codes?: Uint16Array) {
    this.width = width;
    this.codes = codes ?? new Uint16Array(new SharedArrayBuffer(rows * width * 2));
  }

  get rows(): number {
    return this.codes.length / this.width;
  }

  /** Writes the first `width` values of `x` as row `row`. */
  put(row: number, x: Float64Array): void {
    const from = row * this.width;
    for (let k = 0; k < this.width; k++) this.codes[from + k] = rankCode(x[k]);
  }
}

/** Blocks side by side: column c of the whole is a column of one of them. */
export class Matrix {
  readonly blocks: readonly CodeBlock[];
  /** By column of the whole: its block, and its place there. */
  readonly blockOf: Uint8Array;
  readonly placeOf: Uint16Array;
  readonly rows: number;

  constructor(blocks: readonly CodeBlock[]) {
    this.blocks = blocks;
    const width = blocks.reduce((sum, b) => sum + b.width, 0);
    this.blockOf = new Uint8Array(width);
    this.placeOf = new Uint16Array(width);
    this.rows = blocks[0].rows;
    let c = 0;
    blocks.forEach((block, b) => {
      for (let k = 0; k < block.width; k++) {
        this.blockOf[c] = b;
        this.placeOf[c++] = k;
      }
    });
  }

  get width(): number {
    return this.blockOf.length;
  }

  code(row: number, column: number): number {
    const block = this.blocks[this.blockOf[column]];
    return block.codes[row * block.width + this.placeOf[column]];
  }
}
