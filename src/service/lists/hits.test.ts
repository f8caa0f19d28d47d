import { beforeAll, beforeEach, expect, it } from 'vitest';
import { inventParties } from '../../intake/lists/list-files.fixture.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import type { Principal } from '../access/principal.ts';
import { decideHit, findHits, type HitView } from './hits.ts';
import { keysOf, ListsTown, principal } from './lists.fixture.ts';
import { wasAccountListed, wasListed } from './past-listing.ts';
import { settle } from './settle.ts';

const DAY = 86_400_000;
const page = { limit: 200 };

describeOnStores('who of ours is listed', (open) => {
  let town: ListsTown;
  let bank: number;
  let other: number;
  const operator = principal(0, { seesAll: true, roles: ['admin'], name: 'operator' });
  let analyst: Principal;
  let seed = 100;
  /** New invented parties for each test: lists of the tests before stay in force. */
  let parties = inventParties(seed, 5);
  beforeAll(async () => {
    town = new ListsTown(await open());
    bank = await town.bank('BANK');
    other = await town.bank('OTHER');
    analyst = principal(bank);
    await town.open();
  });
  let listId: number;
  beforeEach(async () => {
    parties = inventParties(++seed, 5);
    listId = await town.list(operator, 'dropper');
    town.at += DAY;
  });

  const hitsOf = async (filter = {}, by = analyst) =>
    (await findHits(town.lists, by, { listId, ...filter }, page)).items;
  const dismiss = (hit: HitView, by = analyst) =>
    decideHit(town.lists, by, hit.hitId, hit.version, { state: 'dismissed', reason: 'a namesake' });
  const iins = (...rows: readonly { iin: string }[]) =>
    `ИИН\n${rows.map(({ iin }) => iin).join('\n')}\n`;

  it('makes tasks and marks accounts, each once', async () => {
    const customer = await town.customer(bank, `c${seed}`, keysOf(parties[0]));
    const first = await town.account(bank, parties[0].iban, customer);
    const second = await town.account(bank, parties[1].iban, customer);
    const alone = await town.account(bank, parties[2].iban);
    town.told.length = 0;
    await town.put(operator, listId, `ИИН;IBAN\n${parties[0].iin};\n;${parties[2].iban}\n`);
    const hits = await hitsOf();
    expect(hits.map((hit) => [hit.customerId, hit.account?.accountNo, hit.state])).toEqual(
      expect.arrayContaining([
        [customer, undefined, 'open'],
        [null, alone, 'open'],
      ]),
    );
    expect(hits).toHaveLength(2);
    expect(JSON.stringify(hits)).not.toContain(parties[2].iban);
    expect([first, second, alone].map((no) => town.hits(no, bank).length)).toEqual([1, 1, 1]);
    expect(await settle(town.lists)).toBe(3);
    expect(town.marked).toEqual([first, second, alone]);
    expect(await settle(town.lists)).toBe(0);
  });

  it('takes marks back when nothing of a list meets the account any more', async () => {
    const customer = await town.customer(bank, `u${seed}`, keysOf(parties[0]));
    const owned = await town.account(bank, parties[0].iban, customer);
    const alone = await town.account(bank, parties[2].iban);
    const both = await town.account(bank, parties[3].iban);
    const another = await town.list(operator, 'internal');
    const ibans = (...rows: readonly { iban: string }[]) =>
      `IBAN\n${rows.map(({ iban }) => iban).join('\n')}\n`;
    const told = async () => {
      town.told.length = 0;
      await settle(town.lists);
      return { marked: town.marked, unmarked: town.unmarked };
    };
    await told();
    await town.put(operator, another, ibans(parties[3]));
    const [p, , q, r] = parties;
    await town.put(operator, listId, `ИИН;IBAN\n${p.iin};\n;${q.iban}\n;${r.iban}\n`);
    expect(await told()).toEqual({ marked: [owned, alone, both], unmarked: [] });
    // The customer and one account leave the list; the other account still stands in another list.
    await town.put(operator, listId, ibans(parties[4]));
    expect(await told()).toEqual({ marked: [], unmarked: [owned, alone] });
    expect(await told()).toEqual({ marked: [], unmarked: [] });
    // It comes back, after a restart too; a person finds that it is none; the customer is another now.
    await town.open();
    await town.activate(operator, listId, 1);
    expect(await told()).toEqual({ marked: [owned, alone], unmarked: [] });
    const [hit] = await hitsOf({ accountNo: alone });
    await dismiss(hit);
    expect(await told()).toEqual({ marked: [], unmarked: [alone] });
    await town.know(customer, bank, [{ kind: 'phone', value: '+77000000002' }]);
    expect(await told()).toEqual({ marked: [], unmarked: [owned] });
  });

  it('tells of marks again when the listener failed', async () => {
    const account = await town.account(bank, parties[0].iban);
    await town.put(operator, listId, `IBAN\n${parties[0].iban}\n`);
    const failing = { ...town.lists, onMarks: () => Promise.reject(new Error('full')) };
    await expect(settle(failing)).rejects.toThrow('full');
    town.told.length = 0;
    expect(await settle(town.lists)).toBe(1);
    expect(town.marked).toEqual([account]);
  });

  it('finds accounts and customers that come later, and forgets what they were known by', async () => {
    await town.put(operator, listId, `ИИН;IBAN\n${parties[0].iin};${parties[1].iban}\n`);
    const account = await town.account(bank, parties[1].iban);
    expect(town.hits(account, bank)).toHaveLength(1);
    const customer = await town.customer(bank, `later${seed}`, keysOf(parties[0]));
    const owned = await town.account(bank, parties[2].iban, customer);
    await town.tell(customer, bank, keysOf(parties[0]));
    expect(town.hits(owned, bank)).toHaveLength(1);
    await settle(town.lists);
    expect((await hitsOf()).map(({ customerId }) => customerId).sort()).toEqual(
      [customer, null].sort(),
    );
    await town.know(customer, bank, [{ kind: 'phone', value: parties[0].phone }]);
    expect(town.hits(owned, bank)).toEqual([]);
    await settle(town.lists);
    expect(await hitsOf({ customerId: customer })).toEqual([]);
    expect((await hitsOf({ customerId: customer, gone: true }))[0].goneAt).toBe(town.at);
  });

  it('meets an account that is seen while its block is not stored yet', async () => {
    const pending = town.seeAccount(bank, parties[0].iban);
    await settle(town.lists);
    await town.put(operator, listId, `IBAN\n${parties[0].iban}\n`);
    expect(town.hits(pending, bank)).toHaveLength(1);
    expect(await hitsOf()).toEqual([]);
    await town.storeAccount(pending, bank, parties[0].iban);
    await settle(town.lists);
    expect(await hitsOf({ accountNo: pending })).toHaveLength(1);
  });

  it('keeps what was dismissed dismissed, until the entry or the party changes', async () => {
    const customer = await town.customer(bank, `d${seed}`, keysOf(parties[0]));
    const account = await town.account(bank, parties[1].iban, customer);
    const rows = (reason: string, more = '') =>
      `ИИН;Основание\n${parties[0].iin};${reason}\n${more}`;
    await town.put(operator, listId, rows('a'));
    const [hit] = await hitsOf();
    expect(town.hits(account, bank)).toHaveLength(1);
    await dismiss(hit);
    expect(town.hits(account, bank)).toEqual([]);
    expect(await hitsOf({ state: 'open' })).toEqual([]);
    // Another entry comes, the list is put away and comes back, the service starts anew, the customer is saved again.
    await town.put(operator, listId, rows('a', `${parties[3].iin};b\n`));
    await town.put(operator, listId, rows('a').replace(parties[0].iin, parties[4].iin));
    await town.activate(operator, listId, 1);
    await town.open();
    await town.know(customer, bank, keysOf(parties[0]));
    await settle(town.lists);
    expect(await hitsOf({ state: 'open' })).toEqual([]);
    expect(town.hits(account, bank)).toEqual([]);
    await town.put(operator, listId, rows('changed'));
    const [again] = await hitsOf({ state: 'open' });
    expect(again).toMatchObject({ hitId: hit.hitId, reason: 'a namesake', decidedAt: null });
    expect(town.hits(account, bank)).toHaveLength(1);
    await dismiss(again);
    await town.know(customer, bank, [
      ...keysOf(parties[0]),
      { kind: 'phone', value: '+77000000001' },
    ]);
    await settle(town.lists);
    expect(await hitsOf({ state: 'open' })).toHaveLength(1);
    expect(town.hits(account, bank)).toHaveLength(1);
  });

  it('lets nobody talk away the base of events', async () => {
    const events = await town.list(operator, 'events');
    const account = await town.account(bank, parties[0].iban);
    await town.put(operator, events, `IBAN\n${parties[0].iban}\n`);
    const [hit] = await hitsOf({ listId: events });
    await dismiss(hit);
    const [found] = town.lists.listing.hitsOf(account, town.at, bank);
    expect(found).toMatchObject({ kind: 'events', refundDuty: true, via: 'account' });
    await settle(town.lists);
    expect(town.marked).not.toContain(account);
  });

  it('takes decisions of the hit that was seen, with a reason, of the own institution', async () => {
    await town.account(bank, parties[0].iban);
    await town.put(operator, listId, `IBAN\n${parties[0].iban}\n`);
    const [hit] = await hitsOf();
    const decide = (by: Principal, version: number, reason = 'it is') =>
      decideHit(town.lists, by, hit.hitId, version, { state: 'confirmed', reason });
    const codeOf = (deciding: Promise<unknown>) =>
      deciding.then(
        () => 'decided',
        (error) => error.problem.code,
      );
    expect(await codeOf(decide(principal(other), hit.version))).toBe('QRG_LIST_HIT_UNKNOWN');
    expect(await codeOf(decide(analyst, hit.version + 1))).toBe('QRG_LIST_HIT_CHANGED');
    expect(await codeOf(decide(analyst, hit.version, ' '))).toBe('QRG_LIST_HIT_REASON');
    expect(await decide(analyst, hit.version)).toMatchObject({
      state: 'confirmed',
      decidedBy: analyst.name,
    });
    expect(await codeOf(decide(analyst, hit.version))).toBe('QRG_LIST_HIT_CHANGED');
    expect(await hitsOf({}, principal(other))).toEqual([]);
  });

  it('honours the dates of an entry', async () => {
    await settle(town.lists);
    const account = await town.account(bank, parties[0].iban);
    const iso = (at: number) => new Date(at).toISOString();
    const [from, to] = [town.at + 2 * DAY, town.at + 4 * DAY];
    await town.put(operator, listId, `IBAN;С;По\n${parties[0].iban};${iso(from)};${iso(to)}\n`);
    const found = [from - 1, from, to - 1, to].map((at) => town.hits(account, bank, at).length);
    expect(found).toEqual([0, 1, 1, 0]);
    town.told.length = 0;
    expect(await settle(town.lists)).toBe(0);
    town.at = from;
    await settle(town.lists);
    expect([town.marked, town.unmarked]).toEqual([[account], []]);
    town.at = to;
    await settle(town.lists);
    expect([town.marked, town.unmarked]).toEqual([[account], [account]]);
  });

  it('keeps own lists, and what is known of own customers, apart', async () => {
    const own = await town.list(analyst, 'dropper', bank);
    const [p, q] = parties;
    await town.customer(other, `o${seed}`, keysOf(p));
    const theirs = await town.account(other, q.iban);
    await town.put(analyst, own, `ИИН;IBAN\n${p.iin};${q.iban}\n`);
    // The number of an account is known to who pays to it, whoever saw it first; their customer is not.
    expect([town.hits(theirs, bank).length, town.hits(theirs, other).length]).toEqual([1, 0]);
    expect(await hitsOf({ listId: own }, principal(other))).toEqual([]);
    expect((await hitsOf({ listId: own })).map(({ customerId }) => customerId)).toEqual([null]);
    // By a list for all each sees its own customer only.
    const customer = await town.customer(bank, `b${seed}`, keysOf(parties[2]));
    const account = await town.account(bank, parties[2].iban, customer);
    await town.put(operator, listId, iins(parties[2]));
    expect([town.hits(account, bank).length, town.hits(account, other).length]).toEqual([1, 0]);
  });

  it('finds all of it again after a stop, with what changed meanwhile', async () => {
    const customer = await town.customer(bank, `s${seed}`, keysOf(parties[0]));
    const account = await town.account(bank, parties[0].iban, customer);
    await town.put(operator, listId, iins(parties[0], parties[1]));
    const before = town.hits(account, bank);
    // Stored, and the process died before anybody compared them.
    const stored = new ListsTown(town.store);
    await stored.open();
    const late = await stored.account(bank, parties[2].iban, customer);
    await stored.customer(bank, `t${seed}`, keysOf(parties[1]));
    await town.open();
    expect(town.hits(account, bank)).toEqual(before);
    expect(town.hits(late, bank)).toEqual(before);
    expect(await hitsOf()).toHaveLength(2);
  });

  it('says of a past moment who stood in a base, and what was known then', async () => {
    const events = await town.list(operator, 'events');
    const [p, q] = parties;
    const hash = town.hash({ kind: 'iin', value: p.iin });
    const asked = async (at: number, institution = bank) =>
      (await wasListed(town.lists, 'events', hash, at, institution)).map(
        ({ knownThen }) => knownThen,
      );
    const start = town.at;
    const kind = p.iin[4] >= '4' ? 'bin' : 'iin';
    expect(kind).toBe('iin');
    await town.put(
      operator,
      events,
      `ИИН;С\n${p.iin};${new Date(start - DAY).toISOString()}\n${q.iin};\n`,
    );
    town.at = start + 2 * DAY;
    await town.put(operator, events, iins(q));
    town.at = start + 4 * DAY;
    expect(await asked(start - 2 * DAY)).toEqual([]);
    expect(await asked(start - DAY)).toEqual([false]); // told later that it stood there
    expect(await asked(start)).toEqual([true]);
    expect(await asked(start + 2 * DAY - 1)).toEqual([true]);
    expect(await asked(start + 2 * DAY)).toEqual([]); // taken out
    await town.activate(operator, events, 1);
    expect(await asked(town.at)).toEqual([true]);
    expect(await asked(start + 3 * DAY)).toEqual([]);
    expect(await wasListed(town.lists, 'attempts', hash, start, bank)).toEqual([]);
    const customer = await town.customer(bank, `w${seed}`, keysOf(p));
    const account = await town.account(bank, p.iban, customer);
    const past = await wasAccountListed(town.lists, 'events', account, start, bank);
    expect(past).toMatchObject([{ listId: events, via: 'iin', knownThen: true, knownFrom: start }]);
    expect(await wasAccountListed(town.lists, 'events', account, start, other)).toEqual([]);
  });
});
