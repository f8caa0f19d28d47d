import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveReport } from './report-server.ts';

let dir = '';
let served: Awaited<ReturnType<typeof serveReport>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qorgan-'));
  await writeFile(join(dir, 'report.html'), '<p>report</p>');
  served = await serveReport(dir, 0);
});

afterAll(async () => {
  served.server.close();
  served.server.closeAllConnections();
  await rm(dir, { recursive: true });
});

/** Status line of the answer to a request target as it stands, which fetch would tidy up first. */
function statusOf(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let said = '';
    socket.on('data', (bytes) => {
      said += bytes;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(said.split(' ')[1] ?? ''));
  });
}

test.each([
  ['/', '200'],
  ['/report.html?x=1', '200'],
  ['//', '404'],
  ['http://[', '404'],
  ['/../package.json', '404'],
  ['/%00', '404'],
  ['/__proto__', '404'],
  ['__proto__', '404'],
  ['/networks.json', '404'],
])('%s answers %s, and the server lives on', async (target, status) => {
  expect(await statusOf(target)).toMatch(new RegExp(`^${status}|^400`));
  expect(await statusOf('/')).toBe('200');
});
