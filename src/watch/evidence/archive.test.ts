import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MOST_PACKAGE_BYTES, openArchive, packArchive } from './archive.ts';
import { utf8 } from './bytes.ts';

const A = { name: 'a.txt', bytes: utf8('сәлем') };
const B = { name: 'b.bin', bytes: new Uint8Array(3) };

const codeOf = (bytes: Uint8Array): string | undefined => {
  const opened = openArchive(bytes);
  return opened.ok ? opened.value.problem?.code : opened.problem.code;
};

/** A local header as another program may write it. */
function local(name: string, content: Uint8Array, told: Record<number, number> = {}): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  for (const [at, value] of Object.entries(told)) header.writeUInt16LE(value, Number(at));
  return Buffer.concat([header, Buffer.from(name), content]);
}

describe('an archive', () => {
  it('gives back its files, in the order of their names', () => {
    const opened = openArchive(packArchive([B, A]));
    expect(opened).toMatchObject({ ok: true, value: { problem: undefined } });
    if (opened.ok) expect([...opened.value.files]).toEqual([A, B].map((f) => [f.name, f.bytes]));
  });

  it('tells a changed file from a changed archive', () => {
    const bytes = packArchive([A, B]);
    const changed = (at: number): Uint8Array =>
      Uint8Array.from(bytes, (b, i) => (i === at ? b ^ 1 : b));
    const content = 30 + A.name.length;
    expect(codeOf(bytes)).toBeUndefined();
    expect(codeOf(changed(content))).toBe('QRG_EVIDENCE_CHECKSUM');
    expect(codeOf(changed(17))).toBe('QRG_EVIDENCE_CHECKSUM');
    expect(codeOf(changed(10))).toBe('QRG_EVIDENCE_BYTES');
    expect(codeOf(changed(bytes.length - 1))).toBe('QRG_EVIDENCE_BYTES');
  });

  it('refuses names that are no file of a package, and two of one name', () => {
    for (const name of ['../a.txt', 'a/b.txt', 'A.txt', 'con', '', 'a.txt\0'])
      expect(() => packArchive([{ ...A, name }])).toThrow();
    expect(() => packArchive([A, A])).toThrow();
  });
});

describe('an archive of somebody else', () => {
  it.each([
    ['climbs out of its folder', local('../../etc/passwd', A.bytes), 'QRG_EVIDENCE_NAME'],
    ['names a drive', local('c:\\a.txt', A.bytes), 'QRG_EVIDENCE_NAME'],
    ['has an endless name', local('a'.repeat(60_000), A.bytes), 'QRG_EVIDENCE_NAME'],
    [
      'has a name twice',
      Buffer.concat([local('a.txt', A.bytes), local('a.txt', B.bytes)]),
      'QRG_EVIDENCE_DUPLICATE',
    ],
    ['is encrypted', local('a.txt', A.bytes, { 6: 1 }), 'QRG_EVIDENCE_COMPRESSED'],
    [
      'says another size unpacked',
      local('a.txt', A.bytes, { 22: 65_535 }),
      'QRG_EVIDENCE_COMPRESSED',
    ],
    [
      'tells of more bytes than there are',
      local('a.txt', A.bytes, { 20: 0xffff, 24: 0xffff }),
      'QRG_EVIDENCE_SHORT',
    ],
    ['has no directory', local('a.txt', A.bytes), 'QRG_EVIDENCE_BYTES'],
    ['is none', utf8('<html>'), 'QRG_EVIDENCE_SHORT'],
    ['is empty', new Uint8Array(), 'QRG_EVIDENCE_SHORT'],
  ])('is refused when it %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('is refused unpacked: a bomb of 128 MB is 128 kB here', () => {
    const bomb = deflateRawSync(new Uint8Array(1 << 27));
    const before = process.memoryUsage.rss();
    expect(codeOf(local('a.txt', bomb, { 8: 8, 24: 0x0800 }))).toBe('QRG_EVIDENCE_COMPRESSED');
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('is refused with more files, or more bytes, than a package has', () => {
    const name = (i: number): string => `f${String(i).padStart(6, '0')}.txt`;
    const many = Buffer.concat(Array.from({ length: 50_000 }, (_, i) => local(name(i), A.bytes)));
    expect(codeOf(many)).toBe('QRG_EVIDENCE_MANY');
    expect(codeOf(new Uint8Array(MOST_PACKAGE_BYTES + 1))).toBe('QRG_EVIDENCE_BIG');
  });
});
