/// <reference lib="webworker" />

/**
 * Keeps the portal on the device: after one visit it works without a network. Everything of one version lies in one cache, taken
 * whole or not at all, so that no page meets files of another version. What the service answers (/v1/) is never kept.
 */

declare const self: ServiceWorkerGlobalScope;
/** Set when the portal is built: its files below the scope, and the hash of all of them. */
declare const FILES: readonly string[];
declare const BUILD: string;
/** Put before this file by the server: names and editions of its files of data. New data is a new version, too. */
declare const DATA: readonly (readonly [name: string, edition: string])[];

const SCOPE = '/portal/';
const PREFIX = 'portal ';
const CACHE = `${PREFIX}${BUILD} ${DATA.map(([, edition]) => edition).join(' ')}`;
const PAGE = SCOPE;
/** A file with a hash in its name is the same in every version. */
const HASHED = /-[\w-]{8}\.\w+$/;

self.addEventListener('install', (event) => event.waitUntil(takeAll()));
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('message', ({ data }) => {
  if (data === 'begin') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(SCOPE)) return;
  event.respondWith(request.mode === 'navigate' ? page() : file(request));
});

async function takeAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  const addresses = [
    PAGE,
    ...FILES.map((name) => SCOPE + name),
    ...DATA.map(([name]) => `${SCOPE}data/${name}.json`),
  ];
  await Promise.all(
    addresses.map(async (address) => {
      const old = HASHED.test(address) ? await caches.match(address) : undefined;
      const response = old ?? (await fetch(address, { cache: 'no-cache' }));
      // One that is missing, or of a version that came meanwhile: this one is not taken, the one before goes on.
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      if (address === PAGE) await demandOurs(response.clone());
      await cache.put(address, response);
    }),
  );
}

/** The page may name files of this version only. */
async function demandOurs(response: Response): Promise<void> {
  const html = await response.text();
  for (const [, name] of html.matchAll(/"\/portal\/(assets\/[^"]+)"/g))
    if (!FILES.includes(name)) throw new Error(`another version: ${name}`);
}

/** The versions before are forgotten; a page of the very first visit is served from now on. */
async function begin(): Promise<void> {
  const names = await caches.keys();
  const before = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(before.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/**
 * The one page of all addresses. A new version that waits begins now if no other window has the old one open: the browser asks
 * again at once and gets it.
 */
async function page(): Promise<Response> {
  const { waiting } = self.registration;
  if (waiting !== null && (await self.clients.matchAll()).length < 2) {
    waiting.postMessage('begin');
    return new Response('', { headers: { refresh: '0', 'content-type': 'text/html' } });
  }
  return (await kept(PAGE)) ?? fetch(PAGE);
}

async function file(request: Request): Promise<Response> {
  return (await kept(request)) ?? fetch(request);
}

const kept = async (request: RequestInfo): Promise<Response | undefined> =>
  (await caches.open(CACHE)).match(request);

export {};
