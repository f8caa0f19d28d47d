import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inventParties, readAll } from '../../intake/lists/list-files.fixture.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { withdrawList } from './activate-version.ts';
import { findEntries, showEntry } from './entries.ts';
import { entryRecord } from './entry-record.ts';
import { exportList } from './export-list.ts';
import { findFaults } from './find-faults.ts';
import { findLists, findVersions } from './find-lists.ts';
import { importVersion } from './import-version.ts';
import { keysOf, ListsTown, principal } from './lists.fixture.ts';
import { previewVersion } from './preview-version.ts';
import { settle } from './settle.ts';

const parties = inventParties(51, 60);
const csv = (from: number, to: number, reason = 'x') =>
  `ИИН;IBAN;Телефон;ФИО;Основание\n${parties
    .slice(from, to)
    .map((p) => `${p.iin};${p.iban};${p.phone};${p.name};${reason}\n`)
    .join('')}`;
const page = { limit: 100 };

describeOnStores('versions of a list', (open) => {
  let town: ListsTown;
  let bank: number;
  let other: number;
  const operator = principal(0, { seesAll: true, roles: ['admin'], name: 'operator' });
  beforeAll(async () => {
    town = new ListsTown(await open());
    bank = await town.bank('BANK');
    other = await town.bank('OTHER');
    await town.open();
  });
  let listId: number;
  beforeEach(async () => {
    listId = await town.list(operator, 'events');
  });

  it('counts what an import adds, changes and removes', async () => {
    const first = await town.put(operator, listId, csv(0, 10));
    expect(first).toMatchObject({
      number: 1,
      entries: 10,
      added: 10,
      keys: 30,
      comparedWith: null,
    });
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/);
    const changed = csv(2, 3, 'other reason').split('\n')[1];
    const second = await town.import(operator, listId, `${csv(3, 12)}${changed}\n`);
    expect(second).toMatchObject({
      number: 2,
      comparedWith: 1,
      added: 2,
      removed: 2,
      changed: 1,
      same: 7,
    });
  });

  it('keeps faults and repeats by line, and refuses a file without an entry', async () => {
    const [a, b] = parties;
    const text = `ИИН;Телефон\n${a.iin};\n123;\n${a.iin};\n${b.iin};7\n`;
    const version = await town.import(operator, listId, text);
    expect(version).toMatchObject({ entries: 2, rejected: 2, noted: 2 });
    const { items } = await findFaults(town.lists, operator, listId, 1, page, 'en');
    expect(items.map(({ line, code }) => [line, code])).toEqual([
      [3, 'QRG_ID_ZEROS'],
      [3, 'QRG_LIST_NOBODY'],
      [5, 'QRG_PHONE_FORM'],
      [4, 'QRG_LIST_TWICE'],
    ]);
    expect(items[3].message).toBe('The entry repeats line 2');
    await expect(town.import(operator, listId, 'ИИН\n123\n')).rejects.toMatchObject({
      problem: { code: 'QRG_LIST_EMPTY', args: { rejected: 1 } },
    });
  });

  it('leaves nothing of a file that breaks off', async () => {
    await town.import(operator, listId, csv(0, 3));
    const torn = `[${JSON.stringify({ iin: parties[9].iin })},`;
    await expect(town.import(operator, listId, torn)).rejects.toMatchObject({
      problem: { code: 'QRG_LIST_JSON' },
    });
    const { items } = await findVersions(town.lists, operator, listId, page);
    expect(items.map(({ number }) => number)).toEqual([1]);
    expect(town.lists.running.imports).toBe(0);
  });

  it('previews what activation does, each institution its own people', async () => {
    await town.put(operator, listId, csv(20, 22));
    const customer = await town.customer(bank, 'preview', keysOf(parties[20]));
    await town.account(bank, parties[20].iban, customer);
    await town.account(bank, parties[22].iban);
    await town.customer(other, 'preview', keysOf(parties[22]));
    await town.import(operator, listId, csv(20, 24));
    const seen = await previewVersion(town.lists, principal(bank), listId, 2);
    expect(seen).toMatchObject({
      added: 2,
      same: 2,
      customers: 1,
      accounts: 2,
      newCustomers: 0,
      newAccounts: 1,
      goneCustomers: 0,
      goneAccounts: 0,
    });
    await town.import(operator, listId, csv(21, 24));
    expect(await previewVersion(town.lists, principal(bank), listId, 3)).toMatchObject({
      customers: 0,
      accounts: 1,
      goneCustomers: 1,
      goneAccounts: 1,
    });
    const theirs = await previewVersion(town.lists, principal(other), listId, 2);
    expect(theirs).toMatchObject({ customers: 1, accounts: 0, newCustomers: 1 });
    expect(town.hits(await town.account(other, parties[23].iban), other)).toEqual([]);
  });

  it('takes effect at once and rolls back as it was', async () => {
    const listed = await town.account(bank, parties[30].iban);
    const later = await town.account(bank, parties[31].iban);
    await town.put(operator, listId, csv(30, 31));
    const [entry] = town.hits(listed, bank);
    expect([entry !== undefined, town.hits(later, bank).length]).toEqual([true, 0]);
    await town.put(operator, listId, csv(31, 32));
    expect([town.hits(listed, bank).length, town.hits(later, bank).length]).toEqual([0, 1]);
    const back = await town.activate(operator, listId, 1);
    expect(back).toMatchObject({ before: 2, number: 1, met: 1, gone: 1 });
    expect([town.hits(listed, bank), town.hits(later, bank)]).toEqual([[entry], []]);
    await expect(town.activate(operator, listId, 1)).rejects.toMatchObject({
      problem: { code: 'QRG_LIST_IN_FORCE' },
    });
    await expect(town.activate(operator, listId, 9)).rejects.toMatchObject({
      problem: { code: 'QRG_LIST_VERSION_UNKNOWN' },
    });
    const { items } = await findVersions(town.lists, operator, listId, page);
    expect(items.map(({ number, inForce }) => [number, inForce.length])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  it('is withdrawn as if nobody stood in it, and comes back', async () => {
    const account = await town.account(bank, parties[32].iban);
    await town.put(operator, listId, csv(32, 33));
    await settle(town.lists);
    const [entry] = town.hits(account, bank);
    town.told.length = 0;
    const withdrawn = await withdrawList(town.lists, operator, listId, 'the source is wrong');
    expect(withdrawn).toMatchObject({ listId, number: null, before: 1, met: 0, gone: 1 });
    expect(town.hits(account, bank)).toEqual([]);
    await settle(town.lists);
    expect([town.marked, town.unmarked]).toEqual([[], [account]]);
    const { items } = await findVersions(town.lists, operator, listId, page);
    expect(items[0].inForce.map(({ to }) => to)).toEqual([town.at]);
    const again = withdrawList(town.lists, operator, listId, 'the source is wrong');
    await expect(again).rejects.toMatchObject({ problem: { code: 'QRG_LIST_NOT_IN_FORCE' } });
    await expect(
      withdrawList(town.lists, principal(bank), listId, 'not mine'),
    ).rejects.toMatchObject({ problem: { code: 'QRG_LIST_NOT_YOURS' } });
    await town.open();
    expect(town.hits(account, bank)).toEqual([]);
    await town.activate(operator, listId, 1);
    await settle(town.lists);
    expect([town.hits(account, bank), town.marked]).toEqual([[entry], [account]]);
  });

  it('follows the order of commits when two versions are put in force at once', async () => {
    const account = await town.account(bank, parties[35].iban);
    for (const [from, to] of [
      [34, 35],
      [35, 36],
      [36, 37],
    ])
      await town.import(operator, listId, csv(from, to));
    await Promise.all([1, 2, 3].map((number) => town.activate(operator, listId, number)));
    await Promise.all([1, 2].map((number) => town.activate(operator, listId, number)));
    expect(town.hits(account, bank)).toHaveLength(1);
    const { items } = await findVersions(town.lists, operator, listId, page);
    const now = items.filter(({ inForce }) => inForce.some(({ to }) => to === null));
    expect(now.map(({ number }) => number)).toEqual([2]);
  });

  it('reads two files at once and asks a third to wait', async () => {
    const gate = Promise.withResolvers<void>();
    async function* slow() {
      yield Buffer.from(csv(0, 2));
      await gate.promise;
    }
    const file = { fileName: 'slow.csv', chunks: slow() };
    const one = importVersion(town.lists, operator, listId, file);
    const two = importVersion(town.lists, operator, listId, { ...file, chunks: slow() });
    await expect(town.import(operator, listId, csv(0, 1))).rejects.toMatchObject({
      problem: { code: 'QRG_LIST_BUSY' },
    });
    gate.resolve();
    const numbers = (await Promise.all([one, two])).map(({ number }) => number);
    expect(numbers.sort()).toEqual([1, 2]);
  });

  it('stays readable after it was followed by others', async () => {
    await town.put(operator, listId, csv(0, 5));
    await town.put(operator, listId, csv(5, 8));
    await town.import(operator, listId, csv(0, 2));
    const counts = [];
    for (const number of [1, 2, 3])
      counts.push((await findEntries(town.lists, operator, listId, number, page)).items.length);
    expect(counts).toEqual([5, 3, 2]);
  });

  it('shows people masked, and in full to one who is written down', async () => {
    await town.import(operator, listId, csv(40, 41));
    const { items } = await findEntries(town.lists, principal(bank), listId, 1, page);
    expect(JSON.stringify(items)).not.toContain(parties[40].iin);
    const entry = await showEntry(town.lists, principal(bank), items[0].entryId);
    expect(entry.keys.map(({ shown }) => shown)).toContain(parties[40].iin);
    const audited = await town.store.db
      .selectFrom('audit')
      .select(['action', 'actor'])
      .where('object', '=', `list-entry:${entry.entryId}`)
      .execute();
    expect(audited).toEqual([{ action: 'list.show-entry', actor: `person of ${bank}` }]);
  });

  it('keeps no number of a card and none in the open', async () => {
    const [{ pan }] = inventParties(77, 1);
    await town.import(
      operator,
      listId,
      `card,name,reason\n${pan},=1+1,"card ${pan}, iin ${parties[0].iin}"\n`,
    );
    const rows = await town.store.db
      .selectFrom('list_entries')
      .select(['reason', 'sealed'])
      .where('list_id', '=', listId)
      .execute();
    expect(rows[0].reason).not.toMatch(/\d{7}/);
    const opened = town.store.vault.open(rows[0].sealed).toString();
    expect(opened).not.toContain(pan);
    expect(opened).toContain(pan.slice(-4));
  });

  describe('as CSV', () => {
    const text = async (by: typeof operator, number = 1) => {
      let all = '';
      for await (const piece of exportList(town.lists, by, listId, number)) all += piece;
      return all;
    };

    it('is read back as it was', async () => {
      const told = `id,iin,account,phone,document,name,alias,birth,nationality,reason,note,since,until,party
7,${parties[1].iin},${parties[1].iban},"${parties[1].phone}; ${parties[2].phone}",N1234567,"=Тестов, «А»",a;b,01.02.1960;1961,KZ,"ст. 190","say ""x""",01.02.1999,31.12.2026 10:00,
8,,,,,-Only Name,,,,,,,,entity\n`;
      await town.import(operator, listId, told);
      const out = await text(operator);
      expect(out).toContain(`"'=Тестов, «А»"`);
      const said = ({ entries }: Awaited<ReturnType<typeof readAll>>) =>
        entries.map(({ entry }) => entryRecord(entry, town.store.vault).content.toString('hex'));
      const [before, after] = [await readAll(told), await readAll(out)];
      expect(after.faults).toEqual([]);
      expect(after.entries.map(({ entry }) => entry)).toEqual(
        before.entries.map(({ entry }) => entry),
      );
      expect(said(after)).toEqual(said(before));
    });

    it('goes to those who may, and is written down', async () => {
      await town.import(operator, listId, csv(0, 2));
      await expect(text(principal(bank, { roles: ['analyst'] }))).rejects.toMatchObject({
        problem: { code: 'QRG_LIST_EXPORT' },
      });
      expect((await text(principal(bank))).split('\n')).toHaveLength(4);
      await expect(text(principal(bank), 5)).rejects.toMatchObject({
        problem: { code: 'QRG_LIST_VERSION_UNKNOWN' },
      });
    });
  });

  describe('of an institution', () => {
    it('is seen and managed by this institution only', async () => {
      const own = await town.list(principal(bank), 'dropper', bank);
      await town.put(principal(bank), own, csv(0, 2));
      const names = async (by: typeof operator) =>
        (await findLists(town.lists, by, page)).items.map((list) => list.listId);
      expect(await names(principal(bank))).toContain(own);
      expect(await names(principal(other))).not.toContain(own);
      expect(await names(principal(other))).toContain(listId);
      expect((await findEntries(town.lists, principal(other), own, 1, page)).items).toEqual([]);
      expect((await findVersions(town.lists, principal(other), own, page)).items).toEqual([]);
      await expect(town.import(principal(other), own, csv(0, 1))).rejects.toMatchObject({
        problem: { code: 'QRG_LIST_UNKNOWN' },
      });
      await expect(town.import(principal(bank), listId, csv(0, 1))).rejects.toMatchObject({
        problem: { code: 'QRG_LIST_NOT_YOURS' },
      });
      await expect(town.list(principal(other), 'dropper', bank)).rejects.toMatchObject({
        problem: { code: 'QRG_LIST_NOT_YOURS' },
      });
    });

    it('names accounts that are no IBAN as the institution does', async () => {
      const own = await town.list(principal(bank), 'internal', bank);
      const mine = await town.account(bank, 'BANK:0017');
      const theirs = await town.account(other, 'OTHER:0017');
      await town.put(principal(bank), own, 'account\n0017\n');
      expect([town.hits(mine, bank).length, town.hits(theirs, other).length]).toEqual([1, 0]);
      let out = '';
      for await (const piece of exportList(town.lists, principal(bank), own, 1)) out += piece;
      expect(await town.import(principal(bank), own, out)).toMatchObject({ same: 1, added: 0 });
    });
  });
});
