import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseDetail } from '../src/client/cases.ts';
import type { FieldClass } from '../src/exchange/fields/field-class.ts';
import { textOfMessage } from '../src/exchange/fm1/envelope.ts';
import type { ForeignFacts } from '../src/exchange/foreign-facts.ts';
import { readMisp } from '../src/exchange/misp/read-misp.ts';
import { readStix } from '../src/exchange/stix/read-stix.ts';
import { json } from '../src/http/seeded.fixture.ts';
import type { SignedInPerson } from '../src/http/served.fixture.ts';
import { tickCases } from '../src/service/cases/tick-cases.ts';
import { DEFAULT_TABLES } from '../src/service/goaml/code-tables-file.ts';
import { validReport } from '../src/service/goaml/valid-report.ts';
import { orThrow } from '../src/service/or-throw.ts';
import { openPackages } from '../src/service/packages/open-packages.ts';
import { BANK, decide, ringTransfers, storeRing } from './fixtures/console-bank.ts';
import { ARGS, CHROMIUM, fetched, openConsole } from './fixtures/console-browser.ts';
import { tellCustomers } from './fixtures/console-customers.ts';
import { asking } from './fixtures/console-posts.ts';
import { type ConsoleServer, startConsole } from './fixtures/console-server.ts';

/**
 * One case from its opening by the service to its end, as three people of a bank walk it in a browser: each test is the next
 * step of the same case.
 */

const present = existsSync(CHROMIUM);
const YESTERDAY = Date.now() - 86_400_000;
/** As much money as makes the service open a case by itself. */
const TIMES = 3;
const GOAML_XSD = '../shared/data/goaml/goaml-5.0.2.xsd';
/** To look at each step: a folder for its pictures. */
const SHOTS = process.env.QORGAN_SHOTS;

const PARTNERS = [
  { code: 'fiu', name: 'Финансовая разведка', country: 'KZ', kind: 'fiu', reads: ['goaml'] },
  {
    ...{ code: 'volga', name: 'Банк «Волга»', country: 'RU', kind: 'bank' },
    reads: ['stix'],
  },
  { code: 'police', name: 'Полиция Волги', country: 'RU', kind: 'police', reads: ['misp'] },
];
/** Part 2 of the form of a bank that is none. */
const REPORTER = {
  ...{ '2.1': '011', '2.2(1.2)': 'АО «Қала Банкі»', '2.4': '980140000005' },
  ...{ '2.7(1)': 'Сәрсенова', '2.7(2)': 'Айгүл', '2.7.1': 'Комплаенс-офицер' },
  ...{ '2.8': '7172,000000', '2.9': 'aml@example.kz' },
};
const OF_MONEY: readonly FieldClass[] = [
  ...(['case.number', 'sender.institution'] as const),
  ...(['transfer.time', 'transfer.amount', 'transfer.channel'] as const),
];
const OF_PEOPLE: readonly FieldClass[] = [
  'party.name',
  'party.role',
  'account.holder',
  'account.role',
];
const SIGNS = 'code,text,from,to\n1035,Дробление на счёт посредника,2026-04-01,\n';

let browser: Browser;
let server: ConsoleServer;
let caseId: number;
let number: string;
const people = new Map<string, { page: Page; context: BrowserContext; wrong: string[] }>();
let analystPerson: SignedInPerson;

const pageOf = (who: 'analyst' | 'supervisor' | 'liaison'): Page => people.get(who)!.page;

async function load(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('h1');
  await fetched(page);
}

let shots = 0;
async function shot(page: Page, name: string): Promise<void> {
  await fetched(page);
  if (SHOTS === undefined) return;
  // What stays in place while one scrolls would stand in the middle of a long picture.
  await page.evaluate('scrollTo(0, 0)');
  const path = resolve(SHOTS, `${String(++shots).padStart(2, '0')}-${name}.png`);
  await page.screenshot({ path, fullPage: true });
}

const dialog = (page: Page) => page.locator('[role=dialog]');

/** Sends what the dialog asks, with a reason where it wants one, and waits until it is gone. */
async function send(page: Page, words?: string): Promise<void> {
  if (words !== undefined) await dialog(page).locator('textarea').last().fill(words);
  await dialog(page).locator('[type=submit]').click();
  // What the service refuses stands in the dialog.
  await dialog(page)
    .waitFor({ state: 'detached' })
    .catch(async (late) => {
      throw new Error(await dialog(page).innerText(), { cause: late });
    });
  await fetched(page);
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const loaded = page.waitForEvent('download');
  await page.locator(button).click();
  return readFile(await (await loaded).path());
}

const detail = (): Promise<CaseDetail> =>
  json<CaseDetail>(asking(server.served, analystPerson)('GET', `/v1/cases/${caseId}`));

/** A field of the notice by where it stands and its number. */
const field = (page: Page, place: string, id: string) =>
  page.locator(`[id="${`f-${place}-${id}`.replace(/[^\w-]+/g, '_')}"]`);

/** Makes sure that it is XML; returns names of its elements. */
function parsed(text: string): Set<string> {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.add(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return names;
}

describe.skipIf(!present)('one case from suspicion to its end', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
    server = await startConsole([], CHROMIUM);
    const { served } = server;
    // As a bank configures it: its number at the unit, and the schema of that unit.
    Object.assign(
      served.services.packages,
      await openPackages(served.services.cases, await unit()),
    );
    await served.institution(BANK);
    const key = await served.key(BANK);
    await tellCustomers(served, key);
    await decide(served, key, ringTransfers('kyc', YESTERDAY, TIMES));
    await storeRing(served, 'kyc', YESTERDAY, TIMES);
    const { opened } = await tickCases(served.services.cases);
    expect(opened).toBe(1);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
    for (const role of ['analyst', 'supervisor', 'liaison'] as const) {
      const person = await served.person(BANK, [role]);
      if (role === 'analyst') analystPerson = person;
      people.set(role, await openConsole(browser, server.url, '/cases', undefined, person));
      if (role === 'liaison')
        for (const partner of PARTNERS)
          await json(asking(served, person)('POST', '/v1/partners', partner));
      if (role === 'supervisor') await setUp(asking(served, person));
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The codes that ship, with a number of the bank at the unit. */
  async function unit() {
    const goamlTables = join(server.served.services.store.dataDir, 'unit.yaml');
    const codes = await readFile(DEFAULT_TABLES, 'utf8');
    await writeFile(goamlTables, codes.replace(/^reporters:$/m, `$&\n  ${BANK}: { rentityId: 7 }`));
    return { goamlTables, goamlXsd: existsSync(GOAML_XSD) ? GOAML_XSD : undefined };
  }

  /** What a bank writes once for all of its notices. */
  async function setUp(ask: ReturnType<typeof asking>): Promise<void> {
    const settings = { sender: 'QALABANK', reporter: REPORTER };
    await json(ask('PUT', '/v1/filings/settings', settings, 0));
    await json(
      ask('PUT', '/v1/filings/sign-codes', { csv: SIGNS, source: 'Письмо, для теста' }, 0),
    );
  }

  test('the service has opened it; an analyst takes it', async () => {
    const page = pageOf('analyst');
    await page.reload();
    await page.waitForSelector('[data-case]');
    await fetched(page);
    expect(await page.locator('[data-case]').count()).toBe(1);
    await shot(page, 'queue');
    await page.locator('[data-case]').click();
    await page.waitForURL(/\/cases\/\d+$/);
    caseId = Number(new URL(page.url()).pathname.split('/')[2]);
    await page.locator('[data-act=take]').click();
    await page.locator('[data-act=propose_hold]').waitFor();
    await shot(page, 'taken');
    // Why it was opened, in the words of its readers.
    expect(await page.locator('main').innerText()).toContain('достоверность 93 %, счетов 18');
    const one = await detail();
    expect(one.openedBy).toBeNull();
    number = one.number;
  });

  test('traced: the picture of the money is expanded by one account', async () => {
    const page = pageOf('analyst');
    await load(page, `/cases/${caseId}?tab=money`);
    const stage = page.locator('.money-stage');
    await stage.locator('canvas').waitFor();
    await fetched(page);
    expect(Number(await stage.getAttribute('data-nodes'))).toBeGreaterThanOrEqual(18);
    await page.locator('[data-node-row]').first().click();
    await page.locator('.money-facts [data-act=toggle]').click();
    await expect.poll(() => page.url()).toContain('expand=');
    await shot(page, 'traced');
    await load(page, `/cases/${caseId}?tab=timeline`);
    await shot(page, 'timeline');
  });

  test('qualified: two facts are said, and the law answers with a provision and its tier', async () => {
    const page = pageOf('analyst');
    await load(page, `/cases/${caseId}?tab=law`);
    for (const [fact, value] of [['gave_access'], ['reward_paid', '20000']] as const) {
      await page.locator('[data-act=fact_say]').first().click();
      const box = dialog(page);
      await box
        .locator('[name=party] option', { hasText: 'Тестов' })
        .waitFor({ state: 'attached' });
      const party = await box
        .locator('[name=party] option', { hasText: 'Тестов Д' })
        .getAttribute('value');
      await box.locator('[name=party]').selectOption(party);
      await box.locator('[name=fact]').selectOption(fact);
      await box.locator('[type=radio][value=yes]').check();
      if (value !== undefined) await box.locator('[name=value]').fill(value);
      if (value === undefined) await shot(page, 'fact');
      await send(page, 'Сказал по телефону');
    }
    await expect.poll(() => page.locator('[data-fact]').count()).toBe(2);
    await page.waitForSelector('[data-finding]');
    await shot(page, 'qualified');
    expect(await page.locator('[data-finding]').count()).toBeGreaterThan(0);
    const text = await page.locator('[data-qualification]').innerText();
    expect(text).toContain('232-1');
    expect(text).not.toMatch(/винов[еа]н/i);
  });

  test('held by two: one proposes, the other decides', async () => {
    const page = pageOf('analyst');
    await load(page, `/cases/${caseId}`);
    await page.locator('.case-acts [data-act=propose_hold]').click();
    await expect
      .poll(() => dialog(page).locator('[name=transfer] option').count())
      .toBeGreaterThan(1);
    await dialog(page).locator('[name=transfer]').selectOption({ index: 1 });
    await shot(page, 'hold-asked');
    await send(page, 'Деньги четырнадцати человек уходят дальше');
    const proposal = page.locator('[data-proposal=hold]');
    await proposal.waitFor();
    expect(await proposal.locator('[data-act=decide]').count()).toBe(0);
    await shot(page, 'hold-proposed');

    const other = pageOf('supervisor');
    await load(other, `/cases/${caseId}`);
    await other.locator('[data-proposal=hold] [data-act=decide]').click();
    await dialog(other).locator('[type=radio]').first().check();
    await send(other, 'Согласен: звонок и счёт сходятся');
    await expect
      .poll(() => other.locator('[data-proposal=hold]').getAttribute('data-approval'))
      .toBe('approved');
    await shot(other, 'hold-placed');
    const { items } = await detail();
    expect(items.some(({ kind }) => kind === 'hold')).toBe(true);
  });

  test('told to the FIU: FM-1 is made, filled in, submitted, approved by another, and is XML', async () => {
    const page = pageOf('analyst');
    await load(page, `/cases/${caseId}?tab=exchange`);
    await shot(page, 'exchange');
    await page.locator('[data-make=fm1]').click();
    await page.waitForURL(/filings\/new\?case=/);
    await page.locator('[name=transfer]').waitFor();
    await page.locator('textarea').fill('Деньги ушли дальше через девять минут');
    await shot(page, 'fm1-new');
    await page.locator('[data-act=make]').click();
    await page.waitForURL(/filings\/\d+$/);
    await page.waitForSelector('[data-form] form');
    const path = new URL(page.url()).pathname;
    await shot(page, 'fm1-draft');
    await field(page, 'message', '3.10').fill('1035');
    await page.keyboard.press('Enter');
    for (const n of [1, 2]) {
      const place = `participants/${n}`;
      await field(page, place, '4.5').selectOption('2');
      if ((await field(page, place, '4.2').inputValue()) === '')
        await field(page, place, '4.2').selectOption('1');
      await fillEmpty(page, place, '4.14(1.1)', 'Әлиева');
      await fillEmpty(page, place, '4.14(1.2)', 'Гүлнар');
    }
    await page.locator('[data-act=save]').click();
    await expect.poll(() => page.locator('[data-missing]').getAttribute('data-missing')).toBe('0');
    await page.locator('[data-acts] [data-act=submit]').click();
    await send(page);
    await shot(page, 'fm1-submitted');

    const other = pageOf('supervisor');
    await load(other, path);
    await other.locator('[data-acts] [data-act=approve]').click();
    await send(other);
    await expect.poll(() => other.locator('h1').innerText()).toMatch(/^ФМ-1 № \d{4}-1$/);
    await shot(other, 'fm1-approved');
    const xml = textOfMessage(await saved(other, '[data-get=xml]'));
    expect(parsed(xml).has('SuspicionFirst')).toBe(true);
    expect(xml).toContain('<SuspicionFirst>1035</SuspicionFirst>');
  });

  /** Where the bank knows a name it stands there already. */
  async function fillEmpty(page: Page, place: string, id: string, value: string): Promise<void> {
    const found = field(page, place, id);
    if ((await found.inputValue()) === '') await found.fill(value);
  }

  /** A package of the case by the pages: made by the liaison, approved by the supervisor, taken along. */
  async function packed(
    format: 'goaml' | 'stix' | 'misp',
    partner: string,
    ground: string,
    fields: readonly FieldClass[],
  ): Promise<Buffer> {
    const page = pageOf('liaison');
    await load(page, `/packages/new?case=${caseId}&format=${format}`);
    await page.selectOption('[name=partner]', partner);
    await page.waitForSelector('[data-leaving]');
    await page.selectOption('[name=ground]', ground);
    await page.fill('[name=purpose]', 'Сеть тянется к вам: просим узнать её счета');
    for (const name of fields) await page.locator(`.field-choices [name="${name}"]`).check();
    await fetched(page);
    await shot(page, `${format}-chosen`);
    await page.click('[data-act=draft]');
    await page.waitForURL(/\/packages\/\d+$/);
    await page.waitForSelector('[data-leaving]');
    expect(await page.locator('[data-act=approve]').count()).toBe(0);
    const { pathname } = new URL(page.url());
    await shot(page, `${format}-draft`);
    const other = pageOf('supervisor');
    await load(other, pathname);
    await other.locator('[data-act=approve]').click();
    await send(other, 'Проверил поля, лишнего нет');
    await other.locator('[data-act=download]').waitFor();
    await shot(other, `${format}-approved`);
    return saved(other, '[data-act=download]');
  }

  test('told to the FIU abroad: a goAML report, valid against its schema', async () => {
    const bytes = await packed('goaml', 'fiu', 'kz.aml.report', OF_PEOPLE);
    const names = parsed(bytes.toString());
    expect(names.has('transaction')).toBe(true);
    if (!existsSync(GOAML_XSD)) {
      console.log(`not held to the schema: there is no ${GOAML_XSD}`);
      return;
    }
    orThrow(await validReport(GOAML_XSD, bytes));
  });

  test('exchanged: STIX and MISP leave, and say when they are read what the case said', async () => {
    const stix = orThrow(
      readStix(
        await packed('stix', 'volga', 'house.consent', [
          ...OF_MONEY,
          ...OF_PEOPLE,
          'account.number',
          'fact.said',
        ]),
      ),
    );
    const misp = orThrow(readMisp(await packed('misp', 'police', 'kz.police.abroad', OF_MONEY)));
    const told = ringTransfers('kyc', YESTERDAY, TIMES)
      .map(({ at, amountMinor }) => `${at} ${amountMinor}`)
      .sort();
    const sums = ({ transfers }: ForeignFacts) =>
      transfers.map(({ at, amountMinor }) => `${at} ${amountMinor}`).sort();
    expect(stix.left).toEqual([]);
    expect(stix.caseNumber).toBe(number);
    expect(sums(stix)).toEqual(told);
    expect(stix.accounts.map(({ account }) => account).sort()).toEqual(
      [
        ...new Set(ringTransfers('kyc', YESTERDAY).flatMap(({ payer, payee }) => [payer, payee])),
      ].sort(),
    );
    expect(stix.facts.map(({ kind }) => kind).sort()).toEqual(['gave_access', 'reward_paid']);
    expect(misp.left).toEqual([]);
    expect(sums(misp)).toEqual(told);
    expect(JSON.stringify(misp)).not.toMatch(/Тестов|kyc-collector/);
  });

  test('closed: one proposes that it is confirmed, the other decides', async () => {
    const page = pageOf('analyst');
    await load(page, `/cases/${caseId}`);
    await page.locator('.case-acts details summary').first().click();
    await page.locator('.case-acts [data-act=propose_close]').click();
    await dialog(page).locator('[name=outcome]').selectOption('confirmed');
    await send(page, 'Признаки подтвердились, сообщено');
    const other = pageOf('supervisor');
    await load(other, `/cases/${caseId}`);
    await other.locator('[data-proposal=close] [data-act=decide]').click();
    await dialog(other).locator('[type=radio]').first().check();
    await shot(other, 'close-asked');
    await send(other, 'Всё сделано');
    await shot(other, 'closed');
    const { state, outcome } = await detail();
    expect({ state, outcome }).toEqual({ state: 'closed', outcome: 'confirmed' });
    await load(other, `/cases/${caseId}?tab=history`);
    await shot(other, 'history');
    await load(other, `/cases/${caseId}/print`);
    await shot(other, 'print');
    await load(other, '/law');
    await shot(other, 'law');
    await load(other, '/packages');
    await shot(other, 'packages');
    expect([...people.values()].flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
