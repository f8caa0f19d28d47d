import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Element, Offence, Sourced, Tier } from '../src/law/offences/offence.ts';
import type { OffenceBook } from '../src/law/offences/offence-book.ts';
import { inWords, said, sentence } from '../src/law/qualify/said.ts';
import { sanctionText } from '../src/law/qualify/sanction-words.ts';
import {
  givenBy,
  judge,
  releaseOf,
  TEST_ACTS,
  TEST_ACTS_ON,
  type TestAct,
} from '../src/law/qualify/test-acts.fixture.ts';
import { loadOffences, offenceCountries } from '../src/service/law/load-offences.ts';
import { table, writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/offences.md, written from the data it describes, with the test acts as the program judges them.
 * usage: node scripts/run.mjs scripts/offences-reference.ts [--check]
 */
export const OFFENCES_PAGE = join(import.meta.dirname, '..', 'docs', 'reference', 'offences.md');
const INTRO = join(import.meta.dirname, 'offences-reference.intro.md');
/** The day that sums are counted for: a page must not change with the clock. */
const ON = TEST_ACTS_ON;

export async function offencesReference(intro = readFileSync(INTRO, 'utf8')): Promise<string> {
  const countries = await offenceCountries();
  const books = await Promise.all(countries.map((one) => loadOffences(one.toLowerCase())));
  const kazakhstan = books.find(({ country }) => country === 'KZ');
  const lines = [
    intro.trimEnd(),
    '',
    ...books.flatMap(bookSection),
    ...(kazakhstan ? testActs(kazakhstan) : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function bookSection(book: OffenceBook): string[] {
  return [
    `## ${book.country}`,
    '',
    ...unitTable(book),
    ...book.offences.flatMap((offence) => offenceSection(book, offence)),
    ...releaseTable(book),
    ...youngTable(book),
  ];
}

function unitTable({ unit, currency }: OffenceBook): string[] {
  if (unit === null) return [];
  return [
    `### Unit of account: ${unit.name.en}`,
    '',
    ...table(
      [`${currency}`, 'from', 'to', 'mark', 'verified', 'source'],
      unit.values.map(({ value, effective, mark, verified, source }) => [
        String(value),
        effective.from,
        effective.to ?? '–',
        mark,
        verified === 'no' ? 'no' : verified.by,
        source,
      ]),
    ),
    '',
  ];
}

function offenceSection(book: OffenceBook, offence: Offence): string[] {
  const { id, kind, article, title, text, effective, since, note, breach } = offence;
  const until = effective.to === undefined ? '' : `, to ${effective.to}`;
  return [
    `### ${article}: ${title.en} (from ${effective.from}${until})`,
    '',
    `\`${id}\`, ${kind}. ${text.en}`,
    '',
    `${text.ru}<br>${text.kk}`,
    '',
    sourceLine(book, offence),
    '',
    ...(since === null
      ? []
      : [`What came with this edition (${since.effect}): ${since.text.en}`, '']),
    ...elementTable(offence),
    ...tierTable(book, offence.tiers),
    ...(breach.length === 0
      ? []
      : [`Not doing it: ${breach.map((one) => `\`${one}\``).join(', ')}.`, '']),
    ...(note === null ? [] : [`To be weighed: ${note.en}`, '']),
  ];
}

function sourceLine(book: OffenceBook, entry: Sourced): string {
  const { act, edition, mark, verified, source } = entry;
  const name = book.acts.get(act)?.name.en ?? act;
  const checked = verified === 'no' ? '**no**' : `${verified.by}, ${verified.on}`;
  return `${name}; edition ${edition}; mark ${mark}; verified: ${checked}. Source: ${source}.`;
}

function elementTable({ elements, exclusions, age }: Offence): string[] {
  if (elements.length === 0) return [];
  const code = (words: readonly string[]): string => words.map((one) => `\`${one}\``).join(' ');
  const row = ({ core, title, facts, hints, against, evidence }: Element): string[] => [
    `${core ? '**deed**: ' : ''}${title.en}`,
    code(facts),
    code(hints),
    code(against),
    evidence.en,
  ];
  return [
    ...table(['element', 'facts', 'hints', 'against', 'what would show it'], elements.map(row)),
    '',
    ...(age === null ? [] : [`Age: from ${age}, unless a part says another.`, '']),
    ...exclusions.flatMap(({ fact, text }) => [`Excluded (\`${fact}\`): ${text.en}.`, '']),
  ];
}

function tierTable(book: OffenceBook, tiers: readonly Tier[]): string[] {
  if (tiers.length === 0) return [];
  return [
    ...table(
      ['part', 'what sets it apart', 'sanction', 'weight', 'lapses after, years'],
      tiers.map((tier) => [
        `${tier.part ?? '—'}${tier.age === null ? '' : ` (from ${tier.age})`}`,
        apart(tier),
        tier.sanction === null ? '' : sanctionText(book, tier.sanction, ON).en,
        tier.category ?? '',
        tier.limitationYears === null ? '' : String(tier.limitationYears),
      ]),
    ),
    '',
  ];
}

const apart = ({ amount, circumstances, text }: Tier): string =>
  [
    ...(text === null ? [] : [text.en]),
    ...(amount === null
      ? []
      : [
          inWords(
            said('needs_units', {
              measure: said(`measure_${amount.measure}`),
              bound: said(`bound_${amount.bound}`),
              units: amount.units,
              name: 'MRP',
            }),
            'en',
          ),
        ]),
    ...circumstances.map((one) => one.text.en),
  ].join('; ') || 'the basic one';

function releaseTable(book: OffenceBook): string[] {
  return [
    '### Grounds of release',
    '',
    ...table(
      ['ground', 'for', 'what it needs', 'mark', 'verified', 'in words'],
      [...book.release.values()].map((ground) => [
        `\`${ground.id}\`, ${ground.effect === 'must' ? 'a duty' : 'a choice'}`,
        ground.general ? ground.categories.join(', ') || 'every offence' : 'offences that name it',
        ground.conditions.map(({ text }) => text.en).join('; '),
        ground.mark,
        ground.verified === 'no' ? 'no' : ground.verified.by,
        `${ground.text.ru}<br>${ground.text.kk}<br>${ground.text.en}`,
      ]),
    ),
    '',
  ];
}

function youngTable({ limits, protection }: OffenceBook): string[] {
  if (limits.length + protection.length === 0) return [];
  return [
    '### The young',
    '',
    ...table(
      ['ages', 'article', 'mark', 'verified', 'in words'],
      [...protection, ...limits].map(({ ages, article, mark, verified, text }) => [
        `${ages.from} to ${ages.to}`,
        article,
        mark,
        verified === 'no' ? 'no' : verified.by,
        `${text.ru}<br>${text.kk}<br>${text.en}`,
      ]),
    ),
    '',
  ];
}

/** The table that src/law/qualify/test-acts.test.ts holds, with the reasons that the program gives. */
function testActs(book: OffenceBook): string[] {
  return [
    '## Test acts',
    '',
    `Made-up acts of one person, looked at from ${TEST_ACTS_ON}; \`src/law/qualify/test-acts.test.ts\` holds each row.`,
    '',
    ...table(
      ['act', 'day', 'age', 'what was said', 'stands', 'reasons', 'release of the first'],
      TEST_ACTS.map((act) => actRow(book, act)),
    ),
    '',
  ];
}

function actRow(book: OffenceBook, act: TestAct): string[] {
  const found = judge(book, act);
  const reasons = found.findings
    .filter(({ offence }) => offence.kind === 'crime')
    .flatMap(({ tier, summary, state }) =>
      state === 'supported' ? (tier?.reasons ?? []) : [summary, ...(tier?.reasons ?? [])],
    )
    .map((one) => sentence(one, 'en'));
  const young = found.protection.map(({ id }) => `protection: ${id}`);
  return [
    act.name,
    act.on,
    act.age === null ? 'not known' : String(act.age),
    Object.entries(act.did)
      .map(([kind, told]) => wordOf(kind, told))
      .join('<br>'),
    givenBy(found).join('<br>') || 'nothing',
    [...reasons, ...young].join('<br>'),
    Object.entries(releaseOf(found))
      .map(([id, state]) => `${id}: ${state}`)
      .join('<br>'),
  ];
}

function wordOf(kind: string, told: NonNullable<TestAct['did'][keyof TestAct['did']]>): string {
  if (typeof told === 'boolean') return told ? kind : `${kind}: no`;
  return `${kind}: ${typeof told === 'object' ? told.count : told}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(OFFENCES_PAGE, await offencesReference(), process.argv);
