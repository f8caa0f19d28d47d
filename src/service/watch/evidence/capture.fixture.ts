import { generateKeyPairSync, sign } from 'node:crypto';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import { boundedPost } from '../../../watch/sources/source-post.ts';
import type { EvidenceKey } from './evidence-key.ts';
import { publicKeyOf } from './public-key.ts';
import type { Capture } from './seal-capture.ts';

const T0 = Date.UTC(2026, 2, 5, 9, 30);

export const TEXT = 'Карта «Оңай банк» на 3 дня – 300 000 ₸ & проезд\nЖазыңыз: @onay_karta_test';

const PAGE = `<!doctype html><meta charset="utf-8"><title>t</title>
<p class="post">Карта &laquo;О&#1187;ай банк&raquo; на <b>3 дня</b> – 300 000 ₸ &amp; проезд<br>Жазыңыз: <a href="//t.example/x">@onay_karta_test</a></p>`;

/** A page as it was received, after one redirect. */
export const fetchedPage = (page: string | Uint8Array = PAGE, told?: Partial<Fetched>): Fetched => {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const stop = { address: '192.0.2.7', tookMs: 40 };
  return {
    url: 'http://board.example/15',
    finalUrl: 'https://board.example/15',
    chain: [
      { ...stop, url: 'http://board.example/15', status: 301, at: T0 },
      { ...stop, url: 'https://board.example/15', status: 200, at: T0 + 50 },
    ],
    status: 200,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Transfer-Encoding', 'chunked'],
    ],
    at: T0 + 100,
    bytes,
    body: bytes,
    contentType: 'text/html',
    ...told,
  };
};

export const capture = (told: Partial<Capture> = {}): Capture => ({
  fetched: fetchedPage(),
  post: boundedPost({ externalId: 'board/15', at: T0 - 60_000, text: TEXT }).post,
  cause: 'found',
  operator: 'source:board',
  at: T0 + 1_000,
  ...told,
});

export function freshKey(): EvidenceKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKeyOf(publicKey), sign: (bytes) => sign(null, bytes, privateKey) };
}
