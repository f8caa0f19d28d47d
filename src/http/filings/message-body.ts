import { QorganError } from '../../domain/errors/catalogue.ts';
import { MESSAGE_MOST_BYTES } from '../../service/filings/filing-files.ts';

/** A message of the Agency, or a signed one, whole. Throws QRG_FILING_LARGE. */
export async function messageBody(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > MESSAGE_MOST_BYTES)
      throw new QorganError('QRG_FILING_LARGE', { most: MESSAGE_MOST_BYTES / 2 ** 20 });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
