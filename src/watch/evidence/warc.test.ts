import { describe, expect, it } from 'vitest';
import type { Fetched } from '../sources/fetched.ts';
import { sha256Hex, textOf, utf8 } from './bytes.ts';
import { breachOfWarc, writeWarc } from './warc.ts';

const fetched: Fetched = {
  url: 'https://board.example/15',
  finalUrl: 'https://board.example/15?q=дроп er',
  chain: [],
  status: 200,
  headers: [
    ['Content-Type', 'text/html'],
    ['Transfer-Encoding', 'chunked'],
    ['X-Odd', 'a\r\nWARC/1.1\0é'],
  ],
  at: Date.UTC(2026, 2, 5),
  bytes: utf8('<p>сәлем\r\n\r\nWARC/1.1\r\n'),
  body: new Uint8Array(),
  contentType: 'text/html',
};
const answer = { url: fetched.finalUrl, status: 200, raw: fetched.bytes };

describe('a WARC file', () => {
  const written = writeWarc(fetched, 'qorgan/1');

  it('has digests of block and payload, and no header that a page could break out of', () => {
    const text = textOf(Uint8Array.from(written, (byte) => byte & 0x7f))!;
    expect(text.match(/^WARC-Type: .*$/gm)).toEqual(['WARC-Type: warcinfo', 'WARC-Type: response']);
    expect(text).toContain(`WARC-Payload-Digest: sha256:${sha256Hex(fetched.bytes)}`);
    expect(text).toContain('X-Archive-Orig-Transfer-Encoding: chunked');
    expect(text).toContain('board.example/15?q=%D0%B4%D1%80%D0%BE%D0%BF%20er');
    expect(text).toContain('X-Odd: a  WARC/1.1 ');
    expect(breachOfWarc(written, answer)).toBeUndefined();
  });

  it('is of this answer and of no other', () => {
    const pathOf = (told: Partial<typeof answer>, bytes = written) =>
      breachOfWarc(bytes, { ...answer, ...told })?.args.path;
    expect(pathOf({ url: 'https://other.example/' })).toBe('WARC-Target-URI');
    expect(pathOf({ status: 404 })).toBe('HTTP');
    expect(pathOf({ raw: utf8('x') })).toBe('raw.bin');
    expect(pathOf({}, written.subarray(0, -1))).toBe('Content-Length');
    expect(pathOf({}, utf8('WARC/1.1'))).toBe('WARC');
    expect(pathOf({}, new Uint8Array())).toBe('WARC-Type');
  });

  it('shows where it was cut or changed in its blocks', () => {
    for (let length = 0; length < written.length; length += 3)
      expect(breachOfWarc(written.subarray(0, length), answer)).toBeDefined();
    const changed = Uint8Array.from(written);
    changed[changed.length - 8] ^= 1;
    expect(breachOfWarc(changed, answer)?.args.path).toBe('WARC-Block-Digest');
  });
});
