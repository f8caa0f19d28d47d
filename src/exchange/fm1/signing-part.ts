const OPENS = Buffer.from('<SignedData>', 'utf16le');
const CLOSES = Buffer.from('</SignedData>', 'utf16le');

/** The bytes of a message of ours that are signed: SignedData as it stands in it, UTF-16 little endian without a mark. */
export function signingPart(message: Uint8Array): Uint8Array {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const from = bytes.indexOf(OPENS);
  const to = bytes.lastIndexOf(CLOSES);
  if (from < 0 || to < from) throw new RangeError('no SignedData');
  return bytes.subarray(from, to + CLOSES.length);
}
