/**
 * A QR code (ISO/IEC 18004) for the set-up of a code app: bytes only, error correction M, versions 1 to 20. The secret in
 * it must not leave the browser, so no picture service and no library from elsewhere draws it.
 */

/** Codewords of error correction a block, and blocks, by version at level M (ISO/IEC 18004, table 9). */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const LEVEL_M = 0;
const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11];

/** Modules by row and column, true = dark. Throws RangeError for a text too long for version 20 (666 bytes). */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  const codewords = withCorrection(dataOf(bytes, version), version);
  const candidates = Array.from({ length: 8 }, (_, mask) => drawn(version, codewords, mask));
  const [best] = candidates
    .map((grid) => ({ grid, penalty: penaltyOf(grid) }))
    .sort((a, b) => a.penalty - b.penalty);
  return best.grid;
}

/** Bits that carry data and correction, by version. */
function bitsOf(version: number): number {
  let bits = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const along = Math.floor(version / 7) + 2;
    bits -= (25 * along - 10) * along - 55;
    if (version >= 7) bits -= 36;
  }
  return bits;
}

const dataLength = (version: number): number =>
  Math.floor(bitsOf(version) / 8) - CORRECTION[version - 1] * BLOCKS[version - 1];

const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

function versionFor(bytes: number): number {
  for (let version = 1; version <= BLOCKS.length; version++)
    if (4 + lengthBits(version) + 8 * bytes <= 8 * dataLength(version)) return version;
  throw new RangeError(`no QR code of version 20 or less holds ${bytes} bytes`);
}

function dataOf(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, length: number): void => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1);
  };
  put(BYTE_MODE, 4);
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  const room = 8 * dataLength(version);
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const data: number[] = [];
  for (let i = 0; i < bits.length; i += 8)
    data.push(bits.slice(i, i + 8).reduce((byte, bit) => byte * 2 + bit, 0));
  for (let i = 0; data.length < dataLength(version); i++) data.push(PADDING[i % 2]);
  return data;
}

/** Blocks with their correction, interleaved byte by byte; the later blocks are one byte longer. */
function withCorrection(data: readonly number[], version: number): number[] {
  const blocks = BLOCKS[version - 1];
  const correction = CORRECTION[version - 1];
  const short = Math.floor(data.length / blocks);
  const shortOnes = blocks - (data.length % blocks);
  const divisor = divisorOf(correction);
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = data.slice(from, from + short + (i < shortOnes ? 0 : 1));
    from += part.length;
    return { part, ends: remainder(part, divisor) };
  });
  const out: number[] = [];
  for (let i = 0; i <= short; i++)
    for (const { part } of parts) if (i < part.length) out.push(part[i]);
  for (let i = 0; i < correction; i++) for (const { ends } of parts) out.push(ends[i]);
  return out;
}

/** Product in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(x: number, y: number): number {
  let z = 0;
  for (let i = 7; i >= 0; i--) {
    z = (z << 1) ^ ((z >>> 7) * 0x11d);
    z ^= ((y >>> i) & 1) * x;
  }
  return z;
}

function divisorOf(degree: number): number[] {
  const result = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      result[j] = times(result[j], root);
      if (j + 1 < degree) result[j] ^= result[j + 1];
    }
    root = times(root, 2);
  }
  return result;
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const result = Array<number>(divisor.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    for (const [i, part] of divisor.entries()) result[i] ^= times(part, factor);
  }
  return result;
}

type Grid = boolean[][];

function drawn(version: number, codewords: readonly number[], mask: number): Grid {
  const size = 17 + 4 * version;
  const grid: Grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const fixed: Grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const set = (row: number, column: number, dark: boolean): void => {
    grid[row][column] = dark;
    fixed[row][column] = true;
  };
  drawPatterns(version, size, set);
  drawFormat(size, mask, set);
  drawVersion(version, size, set);
  drawData(grid, fixed, codewords, mask);
  return grid;
}

type Set_ = (row: number, column: number, dark: boolean) => void;

function drawPatterns(version: number, size: number, set: Set_): void {
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ])
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const [y, x] = [row + dy, column + dx];
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        if (y >= 0 && y < size && x >= 0 && x < size) set(y, x, ring !== 2 && ring !== 4);
      }
  const places = alignmentPlaces(version, size);
  const last = places.length - 1;
  for (const [i, row] of places.entries())
    for (const [j, column] of places.entries()) {
      const isCorner = (i === 0 && (j === 0 || j === last)) || (i === last && j === 0);
      if (isCorner) continue;
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++)
          set(row + dy, column + dx, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
}

function alignmentPlaces(version: number, size: number): number[] {
  if (version === 1) return [];
  const along = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (along * 2 - 2)) * 2;
  const places = Array.from({ length: along - 1 }, (_, i) => size - 7 - i * step);
  return [...places, 6].reverse();
}

/** Level and mask, twice, with their BCH(15, 5) correction. */
function drawFormat(size: number, mask: number, set: Set_): void {
  const data = (LEVEL_M << 3) | mask;
  let rest = data;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const bit = (i: number): boolean => ((bits >>> i) & 1) === 1;
  for (let i = 0; i <= 5; i++) set(i, 8, bit(i));
  set(7, 8, bit(6));
  set(8, 8, bit(7));
  set(8, 7, bit(8));
  for (let i = 9; i < 15; i++) set(8, 14 - i, bit(i));
  for (let i = 0; i < 8; i++) set(8, size - 1 - i, bit(i));
  for (let i = 8; i < 15; i++) set(size - 15 + i, 8, bit(i));
  set(size - 8, 8, true);
}

/** The version, twice, with its BCH(18, 6) correction; from version 7 on. */
function drawVersion(version: number, size: number, set: Set_): void {
  if (version < 7) return;
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >>> i) & 1) === 1;
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(b, a, dark);
    set(a, b, dark);
  }
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (y, x) => (x + y) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (x + y) % 3 === 0,
  (y, x) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (y, x) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (y, x) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (y, x) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Two columns at a time from the right, up and down in turn. */
function drawData(grid: Grid, fixed: Grid, codewords: readonly number[], mask: number): void {
  const size = grid.length;
  const flips = MASKS[mask];
  let i = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++)
      for (const column of [right, right - 1]) {
        const upwards = ((right + 1) & 2) === 0;
        const row = upwards ? size - 1 - step : step;
        if (fixed[row][column]) continue;
        const dark = i < codewords.length * 8 && ((codewords[i >>> 3] >>> (7 - (i & 7))) & 1) === 1;
        i++;
        grid[row][column] = dark !== flips(row, column);
      }
  }
}

/** How hard a pattern is to read (ISO/IEC 18004, 7.8.3): runs, squares, look-alikes of the corners, and balance. */
function penaltyOf(grid: Grid): number {
  const size = grid.length;
  const columns = grid.map((_, x) => grid.map((row) => row[x]));
  let penalty = 0;
  for (const line of [...grid, ...columns]) penalty += runPenalty(line) + cornerPenalty(line);
  for (let y = 0; y + 1 < size; y++)
    for (let x = 0; x + 1 < size; x++) {
      const dark = grid[y][x];
      if (dark === grid[y][x + 1] && dark === grid[y + 1][x] && dark === grid[y + 1][x + 1])
        penalty += 3;
    }
  const darks = grid.flat().filter(Boolean).length;
  return penalty + 10 * Math.floor(Math.abs((darks * 20) / (size * size) - 10));
}

function runPenalty(line: readonly boolean[]): number {
  let penalty = 0;
  let run = 0;
  for (const [i, dark] of line.entries()) {
    run = i > 0 && dark === line[i - 1] ? run + 1 : 1;
    if (run === 5) penalty += 3;
    else if (run > 5) penalty++;
  }
  return penalty;
}

const CORNER = /(?=00001011101|10111010000)/g;

const cornerPenalty = (line: readonly boolean[]): number =>
  40 *
  (line
    .map((dark) => (dark ? '1' : '0'))
    .join('')
    .match(CORNER)?.length ?? 0);
