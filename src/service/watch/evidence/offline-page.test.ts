import { request } from 'node:http';
import { expect, it } from 'vitest';
import { PAGE_URL, serveOffline } from './offline-page.ts';

const askedFor = (port: number): Promise<{ readonly type: string | undefined }> => {
  const { promise, resolve, reject } = Promise.withResolvers<{ type: string | undefined }>();
  const asked = request({ host: '127.0.0.1', port, path: PAGE_URL }, (answer) => {
    answer.resume();
    resolve({ type: answer.headers['content-type'] });
  });
  asked.on('error', reject);
  asked.end();
  return promise;
};

it('serves a page whose header no server may send: an archive may hold any', async () => {
  const page = await serveOffline({
    headers: [['Content-Type', 'text/html;\u0001\n charset=utf-8\u007f']],
    body: Buffer.from('<p>text'),
  });
  try {
    expect(await askedFor(page.port)).toEqual({ type: 'text/html; charset=utf-8' });
  } finally {
    await page.close();
  }
});
