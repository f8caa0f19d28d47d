import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive, packArchive } from '../../../watch/evidence/archive.ts';
import { sha256Hex, textOf, utf8 } from '../../../watch/evidence/bytes.ts';
import { isUnaltered } from '../../../watch/evidence/check.ts';
import { readTimestamp } from '../../../watch/evidence/timestamp.ts';
import { orThrow } from '../../or-throw.ts';
import { capture, freshKey } from './capture.fixture.ts';
import { type SealedPackage, sealCapture } from './seal-capture.ts';
import { timestampAuthority } from './timestamp-authority.ts';
import {
  HAS_OPENSSL,
  startTimestampService,
  type TimestampService,
} from './timestamp-service.fixture.ts';
import { verifyPackage } from './verify-package.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

const key = freshKey();

if (!HAS_OPENSSL) console.warn('time stamps are not tried: no openssl on this machine');

describe.skipIf(!HAS_OPENSSL)('a time stamp', () => {
  let service: TimestampService;
  let stranger: TimestampService;
  let sealed: SealedPackage;

  beforeAll(async () => {
    [service, stranger] = await Promise.all([startTimestampService(), startTimestampService('ec')]);
    sealed = await sealCapture(capture(), key, timestampAuthority(service.url));
  });
  afterAll(() => Promise.all([service.close(), stranger.close()]));

  const rootOf = ({ root }: TimestampService): X509Certificate[] => [new X509Certificate(root)];
  const checkOf = async (bytes: Uint8Array, name: string, roots: X509Certificate[] = []) =>
    (await verifyPackage(bytes, { roots })).find(({ check }) => check === name);
  const fileOf = (name: string, { bytes } = sealed): Uint8Array =>
    orThrow(openArchive(bytes)).files.get(name)!;
  const withFiles = (changed: Record<string, Uint8Array>): Uint8Array => {
    const files = { ...Object.fromEntries(orThrow(openArchive(sealed.bytes)).files), ...changed };
    return packArchive(Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
  };

  it('is for the signature of the manifest and leads to the root of its service', async () => {
    expect(sealed).toMatchObject({ timestamped: true, timestampProblem: undefined });
    expect(await checkOf(sealed.bytes, 'timestamp')).toMatchObject({
      result: 'valid',
      facts: { by: 'CN=Test time' },
    });
    expect((await checkOf(sealed.bytes, 'timestamp_root'))?.result).toBe('cannot_be_checked');
    expect((await checkOf(sealed.bytes, 'timestamp_root', rootOf(service)))?.result).toBe('valid');
    expect(await checkOf(sealed.bytes, 'timestamp_root', rootOf(stranger))).toMatchObject({
      result: 'altered',
      detail: { code: 'QRG_TIMESTAMP_ROOT' },
    });
    expect(textOf(fileOf('capture.json'))).toContain('"timestamp": "rfc3161"');
  });

  it('can be of a service with keys on an elliptic curve', async () => {
    const { bytes } = await sealCapture(capture(), key, timestampAuthority(stranger.url));
    expect((await checkOf(bytes, 'timestamp_root', rootOf(stranger)))?.result).toBe('valid');
  });

  it('can be verified with openssl alone, as the manual says', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'qorgan-openssl-'));
    for (const name of ['manifest.json', 'manifest.sig', 'public-key.pem', 'timestamp.tsr'])
      writeFileSync(join(dir, name), fileOf(name));
    writeFileSync(join(dir, 'root.pem'), service.root);
    const run = (line: string): string =>
      execFileSync('openssl', line.split(' '), { cwd: dir, stdio: 'pipe' }).toString();
    expect(
      run(
        'pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig',
      ),
    ).toContain('Signature Verified Successfully');
    run('ts -verify -data manifest.sig -in timestamp.tsr -CAfile root.pem');
    rmSync(dir, { recursive: true });
  });

  it('shows a change of any of its bytes', async () => {
    const bytes = Uint8Array.from(sealed.bytes);
    const from = Buffer.from(bytes).indexOf('timestamp.sig') - 30;
    const unseen: number[] = [];
    for (let at = from; at < bytes.length; at++) {
      bytes[at] ^= 1 << (at % 8);
      if (isUnaltered(await verifyPackage(bytes))) unseen.push(at);
      bytes[at] ^= 1 << (at % 8);
    }
    expect(bytes.length - from).toBeGreaterThan(2_000);
    expect(unseen).toEqual([]);
  });

  const signed = (token: Uint8Array) => ({
    'timestamp.tsr': token,
    'timestamp.sig': key.sign(token),
  });

  it('is refused for something else, from a stranger, and when its content was changed', async () => {
    const authority = timestampAuthority(service.url);
    const other = orThrow(await authority.stamp(sha256Hex(utf8('something else'))));
    expect((await checkOf(withFiles(signed(other)), 'timestamp'))?.detail?.code).toBe(
      'QRG_TIMESTAMP_IMPRINT',
    );
    const token = fileOf('timestamp.tsr');
    const year = Buffer.from(token).indexOf(String(new Date().getUTCFullYear()));
    const later = Uint8Array.from(token, (byte, i) => (i === year + 3 ? byte ^ 1 : byte));
    expect((await checkOf(withFiles(signed(later)), 'timestamp'))?.detail).toEqual({
      code: 'QRG_TIMESTAMP_SIGNATURE',
      args: { path: 'messageDigest' },
    });
    expect(
      (await checkOf(withFiles({ 'timestamp.sig': key.sign(utf8('x')) }), 'timestamp'))?.detail,
    ).toEqual({
      code: 'QRG_EVIDENCE_SIGNATURE',
      args: { file: 'timestamp.sig' },
    });
    const signature = token.length - 5;
    const forged = Uint8Array.from(token, (byte, i) => (i === signature ? byte ^ 1 : byte));
    expect((await checkOf(withFiles(signed(forged)), 'timestamp'))?.detail?.args).toEqual({
      path: 'signature',
    });
  });

  it('is not taken away unseen', async () => {
    const files = [...orThrow(openArchive(sealed.bytes)).files];
    const left = files.filter(([name]) => !name.startsWith('timestamp.'));
    const told = await verifyPackage(packArchive(left.map(([name, bytes]) => ({ name, bytes }))));
    expect(told.filter(({ result }) => result === 'altered').map(({ check }) => check)).toEqual([
      'capture',
      'timestamp',
    ]);
  });

  it('does not break on any prefix of a token', async () => {
    const token = fileOf('timestamp.tsr');
    for (let length = 0; length < token.length; length++)
      expect(verifyTimestamp(token.subarray(0, length), '00').ok).toBe(false);
  });

  it('is not taken from a certificate that may not stamp', async () => {
    const { content } = orThrow(readTimestamp(fileOf('timestamp.tsr')));
    const wrong = await startTimestampService('no_usage');
    const digest = sha256Hex(fileOf('manifest.sig'));
    expect(verifyTimestamp(wrong.signs(content), digest)).toMatchObject({
      problem: { code: 'QRG_TIMESTAMP_SIGNATURE', args: { path: 'extendedKeyUsage' } },
    });
    expect(verifyTimestamp(stranger.signs(content), digest).ok).toBe(true);
    const byStranger = withFiles(signed(stranger.signs(content)));
    expect((await checkOf(byStranger, 'timestamp_root', rootOf(service)))?.result).toBe('altered');
    await wrong.close();
  });

  it.each([
    ['broken', 'QRG_TIMESTAMP_AWAY'],
    ['silent', 'QRG_TIMESTAMP_AWAY'],
    ['endless', 'QRG_TIMESTAMP_AWAY'],
    ['refuses', 'QRG_TIMESTAMP_REFUSED'],
    ['again', 'QRG_TIMESTAMP_IMPRINT'],
  ] as const)(
    'of a service that is %s leaves the package untimestamped',
    async (behaviour, code) => {
      service.behaviour = behaviour;
      const changed = capture({ operator: behaviour });
      const told = await sealCapture(changed, key, timestampAuthority(service.url, 300));
      service.behaviour = 'well';
      expect(told.timestamped).toBe(false);
      expect(told.timestampProblem?.code).toBe(code);
      expect(textOf(fileOf('capture.json', told))).toContain('"timestamp": "untimestamped"');
      expect(textOf(fileOf('events.jsonl', told))).toContain(
        `"event":"timestamp_failed","detail":{"code":"${code}"}`,
      );
      const checks = await verifyPackage(told.bytes);
      expect(isUnaltered(checks)).toBe(true);
      expect(checks.find(({ check }) => check === 'timestamp')).toMatchObject({
        result: 'cannot_be_checked',
        detail: { code: 'QRG_EVIDENCE_UNTIMESTAMPED', args: { reason: code } },
      });
    },
  );
});

it('of a service that is not there leaves the package untimestamped', async () => {
  const told = await sealCapture(capture(), key, timestampAuthority('http://127.0.0.1:9/'));
  expect(told.timestampProblem).toMatchObject({ code: 'QRG_TIMESTAMP_AWAY' });
});
