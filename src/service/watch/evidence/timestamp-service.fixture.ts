import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { der, TAG } from '../../../watch/evidence/der.ts';

/** OpenSSL answers requests of RFC 3161: another hand than ours, and not on every machine. */
export const HAS_OPENSSL = spawnSync('openssl', ['ts', '-help']).status === 0;

export type CertificateKind = 'rsa' | 'ec' | 'no_usage';

/** How the service behaves: it signs well, answers an earlier request again, refuses, is broken, never stops. */
export type Behaviour = 'well' | 'again' | 'refuses' | 'broken' | 'endless' | 'silent';

export interface TimestampService {
  readonly url: string;
  /** Certificate of its root, PEM. */
  readonly root: string;
  behaviour: Behaviour;
  /** A response around a token's content that this service did not make itself, signed with its key. */
  signs(content: Uint8Array): Uint8Array;
  close(): Promise<void>;
}

/** A time-stamping service with a root of its own, on this machine only. */
export async function startTimestampService(
  kind: CertificateKind = 'rsa',
): Promise<TimestampService> {
  const dir = mkdtempSync(join(tmpdir(), 'qorgan-tsa-'));
  makeCertificates(dir, kind);
  let last: Buffer | undefined;
  const service = { behaviour: 'well' as Behaviour };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (service.behaviour === 'silent') return;
    if (service.behaviour === 'broken') return response.writeHead(503).end();
    if (service.behaviour === 'endless') return response.end(Buffer.alloc(1 << 20));
    // PKIStatusInfo { rejection }
    if (service.behaviour === 'refuses') return response.end(Buffer.from('30053003020102', 'hex'));
    if (service.behaviour === 'well') last = reply(dir, Buffer.concat(parts));
    return response.end(last);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(service, {
    url: `http://127.0.0.1:${port}/`,
    root: readFileSync(join(dir, 'root.pem'), 'utf8'),
    signs: (content: Uint8Array) => signed(dir, content),
    close: () => close(server, dir),
  });
}

async function close(server: Server, dir: string): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(dir, { recursive: true, force: true });
}

const openssl = (dir: string, ...args: string[]): void => {
  execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
};

function makeCertificates(dir: string, kind: CertificateKind): void {
  const usage = kind === 'no_usage' ? 'codeSigning' : 'critical,timeStamping';
  writeFileSync(join(dir, 'tsa.ext'), `extendedKeyUsage=${usage}\n`);
  writeFileSync(join(dir, 'serial'), '01\n');
  writeFileSync(join(dir, 'ts.conf'), CONFIGURATION);
  const algorithm = kind === 'ec' ? ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['rsa:2048'];
  openssl(
    dir,
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '3650',
    '-subj',
    '/CN=Test root',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
  );
  openssl(
    dir,
    'req',
    '-newkey',
    ...algorithm,
    '-nodes',
    '-subj',
    '/CN=Test time',
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
  );
  openssl(
    dir,
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-days',
    '3650',
    '-extfile',
    'tsa.ext',
    '-out',
    'tsa.pem',
  );
}

const CONFIGURATION = `[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.pem
certs = root.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`;

function signed(dir: string, content: Uint8Array): Uint8Array {
  writeFileSync(join(dir, 'content'), content);
  openssl(
    dir,
    ...'cms -sign -cades -binary -nodetach -outform DER -econtent_type 1.2.840.113549.1.9.16.1.4'.split(
      ' ',
    ),
    ...'-in content -signer tsa.pem -inkey tsa.key -out token'.split(' '),
  );
  const granted = der(TAG.sequence, der(TAG.integer, Uint8Array.of(0)));
  return der(TAG.sequence, granted, readFileSync(join(dir, 'token')));
}

function reply(dir: string, request: Buffer): Buffer {
  writeFileSync(join(dir, 'request'), request);
  openssl(dir, 'ts', '-reply', '-config', 'ts.conf', '-queryfile', 'request', '-out', 'response');
  return readFileSync(join(dir, 'response'));
}
