/** Several stretches of bytes as one, and back: a count, then each stretch's length (f64), padded to 8, then the bytes. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array[] {
  const head = Float64Array.of(parts.length, ...parts.map((part) => part.byteLength));
  return [new Uint8Array(head.buffer), ...parts];
}

/** The parts, or undefined if the bytes are not whole. */
export function splitParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8) return undefined;
  const count = view.getFloat64(0, true);
  if (!Number.isInteger(count) || count < 0 || (count + 1) * 8 > bytes.byteLength) return undefined;
  const parts: Uint8Array[] = [];
  let offset = (count + 1) * 8;
  for (let i = 0; i < count; i++) {
    const length = view.getFloat64((i + 1) * 8, true);
    if (!Number.isInteger(length) || length < 0 || offset + length > bytes.byteLength)
      return undefined;
    parts.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  return offset === bytes.byteLength ? parts : undefined;
}
