import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandFolder } from './command-folder.fixture.ts';
import { runWatch } from './watch-command.ts';

const folder = commandFolder();

async function classify(lines: readonly string[], ...options: string[]) {
  await writeFile(join(folder.dir, 'in.jsonl'), lines.join('\n'));
  const code = await runWatch(
    ['classify', join(folder.dir, 'in.jsonl'), '--out', join(folder.dir, 'out.jsonl'), ...options],
    'en',
  );
  const out = (await readFile(join(folder.dir, 'out.jsonl'), 'utf8')).trim().split('\n');
  const rejects = (await readFile(join(folder.dir, 'out.rejects.csv'), 'utf8'))
    .trim()
    .split('\n')
    .slice(1);
  return { code, rows: out.map((line) => JSON.parse(line)), rejects };
}

const OFFER =
  'Возьму карту в аренду, 20 000 тг в сутки. Пишите @nobody_here_000, карта 4000 0000 0000 0002';

it('reads posts and names whom they lead to, never a whole card', async () => {
  const { code, rows } = await classify([JSON.stringify({ id: 'a', text: OFFER })]);
  expect(code).toBe(0);
  expect(rows).toMatchObject([
    { id: 'a', label: 'dropper', stance: 'offer', lang: 'ru', asks: ['card'] },
  ]);
  expect(rows[0].identifiers).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'handle', value: 'nobody_here_000' }),
      expect.objectContaining({ kind: 'card', first6: '400000', last4: '0002' }),
    ]),
  );
  expect(JSON.stringify(rows)).not.toMatch(/4000\D?0000\D?0000\D?0002/);
  expect(folder.said).toContain('Posts read: 1');
});

it('tells lines it could not take, and reads the others', async () => {
  const { rows, rejects } = await classify(['{', '{"id":1}', '{"text":"a"}', '{"id":2,"text":""}']);
  expect(rows.map(({ id }) => id)).toEqual([2]);
  expect(rejects.map((line) => line.split(',').slice(1, 3).join(' '))).toEqual([
    '1 QRG_WATCH_ROW_OBJECT',
    '2 QRG_WATCH_ROW_TEXT',
    '3 QRG_WATCH_ROW_ID',
  ]);
});

it('ends with 1 when asked to fail on an offer', async () => {
  const { code } = await classify(
    [JSON.stringify({ id: 'a', text: OFFER })],
    '--fail-on',
    'unlawful',
  );
  expect(code).toBe(1);
});

it('says how it is used', async () => {
  await expect(runWatch(['dance'], 'en')).rejects.toMatchObject({ problem: { code: 'QRG_USAGE' } });
});
