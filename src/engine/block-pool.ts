/**
 * Memory for lists that grow with their account: blocks of 2, 4, 8 … entries, recycled by size.
 * A block is named by a handle; its numbers are reached through the page it lies in.
 */
const BLOCKS_PER_PAGE = 1024;

export interface BlockPage {
  readonly f64: Float64Array;
  readonly u32: Uint32Array;
  readonly f32: Float32Array;
}

interface SizeClass {
  readonly capacity: number;
  readonly bytes: number;
  pages: BlockPage[];
  used: number;
  free: number[];
}

export class BlockPool {
  readonly classes: SizeClass[];

  /** @param capacities entries per block, ascending; @param entryBytes multiple of 8 */
  constructor(capacities: readonly number[], entryBytes: number) {
    this.classes = capacities.map((capacity) => ({
      capacity,
      bytes: capacity * entryBytes,
      pages: [],
      used: 0,
      free: [],
    }));
  }

  get bytes(): number {
    return this.classes.reduce((sum, c) => sum + c.pages.length * BLOCKS_PER_PAGE * c.bytes, 0);
  }

  /** Handle of a zeroed block of size class `size`. */
  take(size: number): number {
    const c = this.classes[size];
    const recycled = c.free.pop();
    if (recycled !== undefined) {
      const base = this.base(size, recycled);
      this.page(size, recycled).f64.fill(0, base / 8, (base + c.bytes) / 8);
      return recycled;
    }
    if (c.used === c.pages.length * BLOCKS_PER_PAGE)
      c.pages.push(pageOver(new ArrayBuffer(BLOCKS_PER_PAGE * c.bytes)));
    return c.used++;
  }

  give(size: number, handle: number): void {
    this.classes[size].free.push(handle);
  }

  page(size: number, handle: number): BlockPage {
    return this.classes[size].pages[(handle / BLOCKS_PER_PAGE) | 0];
  }

  /** Byte offset of the block in its page. */
  base(size: number, handle: number): number {
    return (handle % BLOCKS_PER_PAGE) * this.classes[size].bytes;
  }

  /** Bytes of the blocks in use by one account, for the memory bound. */
  blockBytes(size: number): number {
    return this.classes[size].bytes;
  }

  restore(size: number, buffers: ArrayBuffer[], used: number, free: number[]): void {
    const c = this.classes[size];
    c.pages = buffers.map(pageOver);
    c.used = used;
    c.free = free;
  }
}

function pageOver(buffer: ArrayBuffer): BlockPage {
  return {
    f64: new Float64Array(buffer),
    u32: new Uint32Array(buffer),
    f32: new Float32Array(buffer),
  };
}
