import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { QorganError } from '../domain/errors/catalogue.ts';
import { fakeIin } from '../domain/fake/iin.ts';
import { createRandom } from '../domain/random.ts';
import { readFm1 } from '../exchange/fm1/read-fm1.ts';
import { Served, servicesOn } from '../http/served.fixture.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { commandFolder } from './command-folder.fixture.ts';
import { runFilings } from './filings-command.ts';

const DAY_MS = 86_400_000;
const NOON =
  Math.floor((Date.now() + 5 * 3_600_000) / DAY_MS) * DAY_MS - 2 * DAY_MS + 7 * 3_600_000;
const DAY = new Date(NOON).toISOString().slice(0, 10);

describeOnStores('qorgan filings thresholds', (open, place) => {
  const folder = commandFolder();

  it('writes the messages of a day and a summary, and the same again the second time', async () => {
    const { dataDir, databaseUrl } = place.options();
    vi.stubEnv('QORGAN_DATA', dataDir);
    vi.stubEnv('QORGAN_DATABASE_URL', databaseUrl);
    await seed(await servicesOn(await open()));
    const args = ['thresholds', '--day', DAY, '--institution', 'qala', '--out', folder.dir];
    expect(await runFilings(args, 'ru')).toBe(1);
    const told = folder.said;
    expect(told).toContain('сообщений готово 1, ждут человека 1');
    expect(told).toContain('решите: gift — Перевод действительно безвозмездный');
    expect(told).toContain('не найдена, сверьте коды');
    const out = join(folder.dir, `qala-${DAY}`);
    const year = new Date().getFullYear();
    expect(await readdir(out)).toEqual([`fm1-${year}-1.xml`, 'thresholds.csv']);
    const message = await readFile(join(out, `fm1-${year}-1.xml`));
    expect(readFm1(message, 'x')).toMatchObject({
      ok: true,
      value: { document: { message: { '3.2(1)': '0511', '3.1': 'cash', '3.6': '10000000.00' } } },
    });
    const csv = await readFile(join(out, 'thresholds.csv'), 'utf8');
    expect(csv.split('\n')[1]).toMatch(
      /^cash,.*,1000000000,due,cash,0511,,,,\d+,approved,\d{4}-1,fm1-/,
    );
    folder.said = '';
    expect(await runFilings(args, 'ru')).toBe(1);
    expect(folder.said).toBe(told);
    expect(await readFile(join(out, `fm1-${year}-1.xml`))).toEqual(message);
    for (const [wrong, code] of [
      [['thresholds'], 'QRG_USAGE'],
      [['thresholds', '--day', '2026-13-01'], 'QRG_USAGE'],
      [['thresholds', '--day', DAY, '--institution', 'nobody'], 'QRG_FILING_INSTITUTION'],
      [['thresholds', '--day', '2099-01-01'], 'QRG_FILING_DAY'],
    ] as const)
      await expect(
        runFilings(wrong, 'en').catch((error: QorganError) => error.problem.code),
      ).resolves.toBe(code);
  });
});

/** A bank with a cash operation that says everything, and a gift that asks. */
async function seed(services: Awaited<ReturnType<typeof servicesOn>>): Promise<void> {
  const served = await Served.on(services);
  await served.institution('qala');
  const key = await served.key('qala');
  const { headers } = await served.person('qala', ['supervisor']);
  const iin = fakeIin(createRandom(3), { bornAt: Date.UTC(1990, 1, 1), sex: 'female' });
  const bodies: [string, string, Record<string, string>, unknown][] = [
    [
      'POST',
      '/v1/customers',
      key,
      {
        ...{ externalId: 'c-1', name: 'Тестова Тест', kind: 'person', resident: true },
        ...{ identifiers: [{ kind: 'iin', value: iin }], accounts: ['acc-1'] },
      },
    ],
    ...(
      [
        ['cash', 10_000_000, { channel: 'cash_out', payee: 'till' }],
        ['gift', 7_000_000, { purpose: 'gift', payee: 'acc-9' }],
      ] as const
    ).map(([id, tenge, more]): [string, string, Record<string, string>, unknown] => [
      'POST',
      '/v1/decisions',
      key,
      { id, at: NOON, payer: 'acc-1', currency: 'KZT', amountMinor: tenge * 100, ...more },
    ]),
    [
      'PUT',
      '/v1/filings/settings',
      { ...headers, 'if-match': '"0"' },
      { sender: 'QALABANK', reporter: REPORTER },
    ],
  ];
  for (const [method, path, who, body] of bodies)
    expect((await served.ask(method, path, who, body)).status).toBeLessThan(300);
  await served.server.stop();
  await services.close();
}

const REPORTER = {
  ...{ '2.1': '011', '2.2(1.2)': 'АО «Қала Банкі»', '2.4': '980140000005' },
  ...{ '2.7(1)': 'Сәрсенова', '2.7(2)': 'Айгүл', '2.7.1': 'Комплаенс-офицер' },
  ...{ '2.8': '7172,000000', '2.9': 'aml@example.kz' },
};
