import type { TransferBatch } from '../../domain/transfer.ts';

/**
 * A batch of transfers as bytes, column after column, so that reading it back is laying views over the
 * file's bytes. Layout: rows (u32), bytes of ids (u32), then the columns by falling width (8, 4, 1
 * bytes a row), so that each starts where its width asks; ids last, padded to 8.
 */
const HEAD_BYTES = 8;
const ROW_BYTES = 3 * 8 + 5 * 4 + 2;

export const ROWS_MAX = 65_536;

const byteLength = (rows: number, idBytes: number): number =>
  Math.ceil((HEAD_BYTES + rows * ROW_BYTES + idBytes) / 8) * 8;

export function emptyBatch(rows: number, idBytes: number): TransferBatch {
  return {
    count: 0,
    at: new Float64Array(rows),
    amountMinor: new Float64Array(rows),
    line: new Float64Array(rows),
    payer: new Uint32Array(rows),
    payee: new Uint32Array(rows),
    device: new Uint32Array(rows),
    idEnd: new Uint32Array(rows),
    file: new Uint32Array(rows),
    channel: new Uint8Array(rows),
    purpose: new Uint8Array(rows),
    idBytes: new Uint8Array(idBytes),
  };
}

/** Views over `buffer` from `offset` (a multiple of 8) for a batch of `rows` rows and `idBytes` of ids. */
function layOver(
  buffer: ArrayBuffer,
  offset: number,
  rows: number,
  idBytes: number,
): TransferBatch {
  let o = offset + HEAD_BYTES;
  const next = (bytes: number): number => {
    const at = o;
    o += rows * bytes;
    return at;
  };
  return {
    count: rows,
    at: new Float64Array(buffer, next(8), rows),
    amountMinor: new Float64Array(buffer, next(8), rows),
    line: new Float64Array(buffer, next(8), rows),
    payer: new Uint32Array(buffer, next(4), rows),
    payee: new Uint32Array(buffer, next(4), rows),
    device: new Uint32Array(buffer, next(4), rows),
    idEnd: new Uint32Array(buffer, next(4), rows),
    file: new Uint32Array(buffer, next(4), rows),
    channel: new Uint8Array(buffer, next(1), rows),
    purpose: new Uint8Array(buffer, next(1), rows),
    idBytes: new Uint8Array(buffer, o, idBytes),
  };
}

/** Copies rows [from, to) of `batch` into fresh bytes. */
export function encodeBatch(batch: TransferBatch, from = 0, to = batch.count): Uint8Array {
  const rows = to - from;
  const idFrom = from === 0 ? 0 : batch.idEnd[from - 1];
  const idTo = rows === 0 ? idFrom : batch.idEnd[to - 1];
  const bytes = new Uint8Array(byteLength(rows, idTo - idFrom));
  const head = new Uint32Array(bytes.buffer, 0, 2);
  head[0] = rows;
  head[1] = idTo - idFrom;
  const view = layOver(bytes.buffer, 0, rows, idTo - idFrom);
  view.at.set(batch.at.subarray(from, to));
  view.amountMinor.set(batch.amountMinor.subarray(from, to));
  view.line.set(batch.line.subarray(from, to));
  view.payer.set(batch.payer.subarray(from, to));
  view.payee.set(batch.payee.subarray(from, to));
  view.device.set(batch.device.subarray(from, to));
  for (let i = 0; i < rows; i++) view.idEnd[i] = batch.idEnd[from + i] - idFrom;
  view.file.set(batch.file.subarray(from, to));
  view.channel.set(batch.channel.subarray(from, to));
  view.purpose.set(batch.purpose.subarray(from, to));
  view.idBytes.set(batch.idBytes.subarray(idFrom, idTo));
  return bytes;
}

/** The batch that `bytes` (one encoded batch, at offset 0 of its own buffer) holds; shares its memory. */
export function decodeBatch(bytes: Uint8Array<ArrayBuffer>): TransferBatch {
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  return layOver(bytes.buffer, bytes.byteOffset, head[0], head[1]);
}

/** Appends row `i` of `from` to `into`, whose columns must have room; grows only the id bytes. */
export function appendRow(into: TransferBatch, from: TransferBatch, i: number): void {
  const n = into.count++;
  into.at[n] = from.at[i];
  into.amountMinor[n] = from.amountMinor[i];
  into.line[n] = from.line[i];
  into.payer[n] = from.payer[i];
  into.payee[n] = from.payee[i];
  into.device[n] = from.device[i];
  into.file[n] = from.file[i];
  into.channel[n] = from.channel[i];
  into.purpose[n] = from.purpose[i];
  const idFrom = i === 0 ? 0 : from.idEnd[i - 1];
  const idTo = from.idEnd[i];
  const start = n === 0 ? 0 : into.idEnd[n - 1];
  const end = start + idTo - idFrom;
  if (end > into.idBytes.length) {
    const wider = new Uint8Array(Math.max(end, into.idBytes.length * 2));
    wider.set(into.idBytes);
    into.idBytes = wider;
  }
  into.idBytes.set(from.idBytes.subarray(idFrom, idTo), start);
  into.idEnd[n] = end;
}
