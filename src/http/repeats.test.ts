import { expect, test, vi } from 'vitest';
import { Repeats } from './repeats.ts';

const principal = { kind: 'key', id: 1 } as const;
const ask = (key: string, body = 'body', id = 1, url = '/v1/x') => ({
  principal: { ...principal, id },
  route: 'POST /v1/x',
  url,
  key,
  body: Buffer.from(body),
});
const codeOf = (error: unknown) =>
  (error as { problem?: { code: string } }).problem?.code ?? String(error);

test('a repeat hears the first answer, and the work is done once', async () => {
  const repeats = new Repeats();
  const work = vi.fn(async () => ({ status: 201, body: { made: 1 } }));
  const first = await repeats.once(ask('a'), 0, true, work);
  expect(await repeats.once(ask('a'), 1, true, work)).toBe(first);
  expect(work).toHaveBeenCalledTimes(1);
  await repeats.once(ask('a', 'body', 2), 1, true, work);
  expect(work).toHaveBeenCalledTimes(2);
});

test('another body under the same key is refused, until the key is forgotten', async () => {
  const repeats = new Repeats();
  const work = async () => ({ status: 200 });
  await repeats.once(ask('a'), 0, true, work);
  await expect(repeats.once(ask('a', 'other'), 1, true, work)).rejects.toSatisfy(
    (error) => codeOf(error) === 'QRG_HTTP_KEY_REUSED',
  );
  expect(await repeats.once(ask('a', 'other'), 25 * 3_600_000, true, work)).toEqual({
    status: 200,
  });
});

test('the same key and words to another thing are no repeat: nobody hears what was answered there', async () => {
  const repeats = new Repeats();
  const work = async () => ({ status: 200 });
  await repeats.once(ask('a', 'yes', 1, '/v1/reports/one/answers'), 0, true, work);
  await expect(
    repeats.once(ask('a', 'yes', 1, '/v1/reports/other/answers'), 1, true, work),
  ).rejects.toSatisfy((error) => codeOf(error) === 'QRG_HTTP_KEY_REUSED');
});

test('a repeat of what is under way is told so; what failed may be tried again', async () => {
  const repeats = new Repeats();
  const gate = Promise.withResolvers<{ status: number }>();
  const first = repeats.once(ask('a'), 0, true, () => gate.promise);
  await expect(repeats.once(ask('a'), 1, true, async () => ({ status: 1 }))).rejects.toSatisfy(
    (error) => codeOf(error) === 'QRG_HTTP_KEY_UNDERWAY',
  );
  gate.reject(new Error('failed'));
  await expect(first).rejects.toThrow('failed');
  expect(await repeats.once(ask('a'), 2, true, async () => ({ status: 2 }))).toEqual({ status: 2 });
});

test('work that repeats itself is done again', async () => {
  const repeats = new Repeats();
  let times = 0;
  const work = async () => ({ status: ++times });
  await repeats.once(ask('a'), 0, false, work);
  expect(await repeats.once(ask('a'), 1, false, work)).toEqual({ status: 2 });
});
