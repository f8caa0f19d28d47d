import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimChannel } from '../../../sim/posts/model.ts';
import { readChannelPage } from '../../../watch/sources/channel-page.ts';
import { TownInternet, townPostUrl } from './town-internet.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 9, 1);
const post = (number: number) => ({
  number,
  at: START + number * HOUR_MS,
  author: 'work_pay123456',
  text: `Нужны карты <${number}> & счета, пишите @work_pay123456\nвторая строка`,
  lang: 'ru' as const,
  label: 'dropper' as const,
  stance: 'offer' as const,
  asks: [],
  ring: 1,
});
const channel: SimChannel = {
  name: 'town_rabota',
  title: 'Работа & подработка',
  posts: Array.from({ length: 50 }, (_, i) => post(i + 1)),
};

let now = START + 45.5 * HOUR_MS;
const internet = new TownInternet([channel], () => now);
let port: number;
beforeAll(async () => {
  port = await internet.listen();
});
afterAll(() => internet.close());

const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
const read = async (path: string) =>
  readChannelPage(await (await get(path)).text(), `http://t.town.example${path}`, now);

test('a channel shows what was posted until now, older pages by a link', async () => {
  const page = await read('/s/town_rabota');
  expect(page?.title).toBe(channel.title);
  expect(page?.posts.map(({ externalId }) => externalId)).toEqual(
    Array.from({ length: 20 }, (_, i) => `town_rabota/${26 + i}`),
  );
  expect(page?.posts[0]).toMatchObject({
    text: channel.posts[25].text,
    at: START + 26 * HOUR_MS,
    url: townPostUrl('town_rabota', 26),
  });
  const older = await read(`/s/town_rabota?before=${page?.before}`);
  expect(older?.posts.at(-1)?.externalId).toBe('town_rabota/25');
});

test('what was removed is gone, and comes back under another name', async () => {
  const url = townPostUrl('town_rabota', 30);
  expect((await get('/town_rabota/30')).status).toBe(200);
  internet.remove(url, now);
  now += HOUR_MS;
  expect((await get('/town_rabota/30')).status).toBe(404);
  expect((await read('/s/town_rabota_new'))?.posts).toEqual([]);
  now += 6 * HOUR_MS;
  const back = await read('/s/town_rabota_new');
  expect(back?.posts.map(({ text }) => text)).toEqual([
    channel.posts[29].text.replace('@work_pay123456', '@work_pay123456_new'),
  ]);
});

test('nothing else is there', async () => {
  expect((await get('/s/nobody')).status).toBe(404);
  expect((await get('/')).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/s/town_rabota`, { method: 'POST' })).status).toBe(
    404,
  );
});
