import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openArchive, packArchive } from '../../../watch/evidence/archive.ts';
import { textOf, utf8 } from '../../../watch/evidence/bytes.ts';
import { type EvidenceCheck, isUnaltered } from '../../../watch/evidence/check.ts';
import { writeManifest } from '../../../watch/evidence/manifest.ts';
import { orThrow } from '../../or-throw.ts';
import { capture, fetchedPage, freshKey, TEXT } from './capture.fixture.ts';
import type { EvidenceKey } from './evidence-key.ts';
import { type Capture, sealCapture } from './seal-capture.ts';
import { verifyPackage } from './verify-package.ts';

const key = freshKey();
const seal = async (told?: Partial<Capture>): Promise<Uint8Array> =>
  (await sealCapture(capture(told), key)).bytes;

const resultsOf = (checks: readonly EvidenceCheck[]): Record<string, string> =>
  Object.fromEntries(checks.map(({ check, result }) => [check, result]));
const alteredOf = (checks: readonly EvidenceCheck[]): string[] =>
  checks.filter(({ result }) => result === 'altered').map(({ check }) => check);
const codeOf = (checks: readonly EvidenceCheck[], name: string): string | undefined =>
  checks.find(({ check }) => check === name)?.detail?.code;

/** Somebody who changes files and packs them anew, so that the archive is sound. */
async function repacked(
  change: (files: Map<string, Uint8Array>) => void,
): Promise<EvidenceCheck[]> {
  const files = new Map(orThrow(openArchive(await seal())).files);
  change(files);
  const bytes = packArchive(Array.from(files, ([name, content]) => ({ name, bytes: content })));
  return await verifyPackage(bytes, { keys: [key.publicKey] });
}

describe('a package', () => {
  it('is valid as it was sealed, and says what cannot be checked', async () => {
    const bytes = await seal();
    const told = await verifyPackage(bytes);
    expect(resultsOf(told)).toEqual({
      archive: 'valid',
      files: 'valid',
      unlisted: 'valid',
      signature: 'valid',
      key: 'cannot_be_checked',
      events: 'valid',
      capture: 'valid',
      warc: 'valid',
      text: 'valid',
      timestamp: 'cannot_be_checked',
      timestamp_root: 'cannot_be_checked',
    });
    expect(codeOf(told, 'timestamp')).toBe('QRG_EVIDENCE_UNTIMESTAMPED');
    const known = await verifyPackage(bytes, { keys: [freshKey().publicKey, key.publicKey] });
    expect(resultsOf(known).key).toBe('valid');
  });

  it('of what was handed over claims of no server that it answered', async () => {
    const archived = fetchedPage(undefined, { toldBy: 'archive' });
    const bytes = await seal({ fetched: archived, exit: 'AS64500' });
    const checks = await verifyPackage(bytes, { keys: [key.publicKey] });
    expect(isUnaltered(checks)).toBe(true);
    expect(resultsOf(checks).capture).toBe('cannot_be_checked');
    expect(codeOf(checks, 'capture')).toBe('QRG_EVIDENCE_HANDED');
    const { files } = orThrow(openArchive(bytes));
    expect(textOf(files.get('events.jsonl')!)).not.toContain('"answered"');
    expect(JSON.parse(textOf(files.get('capture.json')!)!)).toMatchObject({
      cameBy: 'archive',
      exit: null,
    });
  });

  it('is the same bytes for the same capture and key', async () => {
    expect(await seal()).toEqual(await seal());
  });

  it('calls itself untimestamped where nobody vouches for its time', async () => {
    const record = orThrow(openArchive(await seal())).files.get('capture.json')!;
    expect(textOf(record)).toContain('"timestamp": "untimestamped"');
  });

  // The promise of the page that documents it: not one byte is without a check.
  it('shows a change of any byte', async () => {
    const bytes = Uint8Array.from(await seal({ fetched: fetchedPage(TEXT) }));
    const unseen: number[] = [];
    for (let at = 0; at < bytes.length; at++) {
      bytes[at] ^= 1 << (at % 8);
      if (isUnaltered(await verifyPackage(bytes))) unseen.push(at);
      bytes[at] ^= 1 << (at % 8);
    }
    expect(isUnaltered(await verifyPackage(bytes))).toBe(true);
    expect(bytes.length).toBeGreaterThan(4_000);
    expect(unseen).toEqual([]);
  });

  it('shows where it was cut, wherever that is', async () => {
    const bytes = await seal();
    for (let length = 0; length < bytes.length; length += 7)
      expect(alteredOf(await verifyPackage(bytes.subarray(0, length)))).toContain('archive');
    expect(alteredOf(await verifyPackage(Buffer.concat([bytes, Buffer.of(0)])))).toEqual([
      'archive',
    ]);
  });
});

describe('somebody who packs the files anew', () => {
  const flip = (name: string) => (files: Map<string, Uint8Array>) => {
    const changed = Uint8Array.from(files.get(name)!);
    changed[Math.floor(changed.length * 0.9)] ^= 1;
    files.set(name, changed);
  };

  it.each([
    ['raw.bin', ['files', 'capture', 'warc']],
    ['capture.json', ['files']],
    ['record.warc', ['files', 'warc']],
    ['events.jsonl', ['files', 'events']],
    ['post.json', ['files']],
    ['public-key.pem', ['files', 'signature']],
    ['manifest.json', ['signature']],
    ['manifest.sig', ['signature']],
  ])('cannot change %s', async (name, checks) => {
    expect(alteredOf(await repacked(flip(name)))).toEqual(expect.arrayContaining(checks));
  });

  it('cannot take a file away', async () => {
    const told = await repacked((files) => files.delete('record.warc'));
    expect(codeOf(told, 'files')).toBe('QRG_EVIDENCE_ABSENT');
    const unsigned = await repacked((files) => files.delete('manifest.sig'));
    expect(codeOf(unsigned, 'signature')).toBe('QRG_EVIDENCE_ABSENT');
    const empty = await repacked((files) => files.delete('manifest.json'));
    expect(resultsOf(empty)).toMatchObject({ files: 'altered', signature: 'altered' });
  });

  it('cannot add one', async () => {
    const told = await repacked((files) => files.set('more.txt', utf8('x')));
    expect(alteredOf(told)).toEqual(['unlisted']);
    const stray = await repacked((files) => files.set('timestamp.sig', utf8('x')));
    expect(alteredOf(stray)).toEqual(['timestamp']);
    const token = await repacked((files) => files.set('timestamp.tsr', utf8('x')));
    expect(alteredOf(token)).toEqual(['capture', 'timestamp']);
  });

  it('cannot sign it with a key of their own where the reader knows the right one', async () => {
    const told = await repacked((files) => resign(files, freshKey()));
    expect(alteredOf(told)).toEqual(['key']);
    expect(codeOf(told, 'key')).toBe('QRG_EVIDENCE_KEY');
  });

  it('cannot cut the log, not even with the key', async () => {
    const told = await repacked((files) => {
      const lines = textOf(files.get('events.jsonl')!)!.split('\n');
      files.set('events.jsonl', utf8(`${lines.slice(0, -2).join('\n')}\n`));
      resign(files, key);
    });
    expect(codeOf(told, 'events')).toBe('QRG_EVIDENCE_CHAIN_END');
    expect(alteredOf(told)).toEqual(['events']);
  });

  it('cannot tell another text of the post, not even with the key', async () => {
    const told = await repacked((files) => {
      const post = textOf(files.get('post.json')!)!;
      files.set('post.json', utf8(post.replace('300 000', '900 000')));
      resign(files, key);
    });
    expect(alteredOf(told)).toEqual(['text']);
  });
});

/** Lists the files as they are now and signs that; the end of the log stays as it was told. */
function resign(files: Map<string, Uint8Array>, by: EvidenceKey): void {
  const was = JSON.parse(textOf(files.get('manifest.json')!)!);
  files.set('public-key.pem', utf8(by.publicKey.pem));
  files.delete('manifest.json');
  files.delete('manifest.sig');
  const listed = Array.from(files, ([name, bytes]) => ({ name, bytes }));
  const manifest = writeManifest(listed, {
    sealedAt: Date.parse(was.sealedAt),
    key: by.publicKey.fingerprint,
    events: was.events,
  });
  files.set('manifest.json', manifest);
  files.set('manifest.sig', by.sign(manifest));
}

describe('the text of a post', () => {
  const textCheck = async (told: Partial<Capture>): Promise<EvidenceCheck | undefined> =>
    (await verifyPackage(await seal(told))).find(({ check }) => check === 'text');

  it('is looked for in bytes that came compressed', async () => {
    const packed = gzipSync(fetchedPage().bytes);
    const headers = [['content-encoding', 'gzip']] as const;
    const told = await textCheck({ fetched: fetchedPage(packed, { headers }) });
    expect(told?.result).toBe('valid');
  });

  it('is found in the charset that the page was read in', async () => {
    const bytes = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]);
    const post = { ...capture().post!, text: 'Привет' };
    const headers = [['content-type', 'text/html; charset=windows-1251']] as const;
    expect(await textCheck({ fetched: fetchedPage(bytes, { headers }), post })).toMatchObject({
      result: 'valid',
    });
    const picture = { headers: [], contentType: 'image/png' };
    expect(await textCheck({ fetched: fetchedPage(bytes, picture), post })).toMatchObject({
      result: 'cannot_be_checked',
    });
  });

  it('is not looked for in a bomb', async () => {
    const packed = gzipSync(new Uint8Array(64 * 1024 * 1024));
    const headers = [['content-encoding', 'gzip']] as const;
    const told = await textCheck({ fetched: fetchedPage(packed, { headers }) });
    expect(told).toMatchObject({
      result: 'cannot_be_checked',
      detail: { code: 'QRG_EVIDENCE_OPAQUE' },
    });
  });

  it('may be missing where the page was captured later', async () => {
    const gone = { fetched: fetchedPage('<h1>404</h1>', { status: 404, chain: [] }) };
    expect((await textCheck({ ...gone, cause: 'found' }))?.result).toBe('altered');
    expect(await textCheck({ ...gone, cause: 'gone' })).toMatchObject({
      result: 'cannot_be_checked',
      detail: { code: 'QRG_EVIDENCE_LATER' },
    });
    expect(await textCheck({ ...gone, post: undefined })).toMatchObject({
      result: 'cannot_be_checked',
      detail: { code: 'QRG_EVIDENCE_ABSENT' },
    });
  });
});
