import { TextDecoder } from 'node:util';
import { encodingOf } from '../../../intake/text/encoding.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { headerOf } from '../../../watch/sources/fetched.ts';

/** Where a page says its encoding: within its first 1,024 bytes by the HTML standard; some sites are later. */
const HEAD_BYTES = 4_096;

const MARKS: readonly (readonly [bytes: readonly number[], label: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Text of an answer: the byte order mark decides, then what the header says, then what the page itself says, else UTF-8 where
 * the bytes are UTF-8 and windows-1251 where not. What cannot be decoded is U+FFFD; never fails.
 */
export function textOfBody(fetched: Pick<Fetched, 'headers' | 'body'>): string {
  const { body } = fetched;
  const labels = [
    MARKS.find(([bytes]) => bytes.every((byte, i) => body[i] === byte))?.[1],
    /charset\s*=\s*["']?([\w-]{2,40})/i.exec(headerOf(fetched, 'content-type') ?? '')?.[1],
    declared(body),
    encodingOf(body),
  ];
  const decoder = labels.map(decoderOf).find((found) => found !== undefined);
  return (decoder ?? new TextDecoder()).decode(body);
}

function declared(body: Uint8Array): string | undefined {
  const head = Buffer.from(
    body.buffer,
    body.byteOffset,
    Math.min(HEAD_BYTES, body.byteLength),
  ).toString('latin1');
  const xml = /^\s{0,64}<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w-]{2,40})/i.exec(head);
  const html = /<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head);
  return xml?.[1] ?? html?.[1];
}

function decoderOf(label: string | undefined): TextDecoder | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label);
  } catch {
    return undefined;
  }
}
