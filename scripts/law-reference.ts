import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Law } from '../src/law/law.ts';
import type { EffectivePeriod, Founded, LegalTerm, TermUnit } from '../src/law/terms.ts';
import { loadLaw } from '../src/service/law/load-law.ts';
import { loadTakedownBook } from '../src/service/law/load-takedown-book.ts';
import type { TakedownBook } from '../src/watch/takedown/takedown-book.ts';
import { table, writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/law-terms.md, written from the data it describes.
 * usage: node scripts/run.mjs scripts/law-reference.ts [--check]
 */
export const LAW_REFERENCE = join(import.meta.dirname, '..', 'docs', 'reference', 'law-terms.md');
const INTRO = join(import.meta.dirname, 'law-reference.intro.md');

export function lawReference(
  law: Law,
  book: TakedownBook,
  intro = readFileSync(INTRO, 'utf8'),
): string {
  const lines = [
    intro.trimEnd(),
    '',
    'How they are used: [law in the path](../explanation/law-in-the-path.md).',
    '',
    '## Terms',
    '',
    ...table(
      ['term', 'how long', 'act, article', 'in force', 'mark', 'verified', 'in words'],
      law.terms.map((term) => [
        `\`${term.id}\``,
        lengthOf(term),
        place(law, term),
        period(term.effective),
        term.mark,
        verified(term),
        words(term),
      ]),
    ),
    '',
    '## Provisions',
    '',
    ...table(
      ['provision', 'act, article', 'in force', 'mark', 'verified', 'in words'],
      [...law.provisions.values()].map((provision) => [
        `\`${provision.id}\``,
        place(law, provision),
        period(provision.effective),
        provision.mark,
        verified(provision),
        words(provision),
      ]),
    ),
    '',
    '## Grounds of a hold',
    '',
    ...table(
      [
        'ground',
        'regime',
        'provision',
        'hold before execution',
        'tell the client',
        'two persons release',
      ],
      [...law.grounds.rules.values()].map((rule) => [
        `\`${rule.kind}\``,
        rule.regime,
        `\`${rule.provision}\``,
        rule.before,
        `${rule.tell.replace('_', ' ')} (\`${rule.tellBy}\`)`,
        rule.twoPeople ? 'yes' : 'no',
      ]),
    ),
    '',
    '## Income that no hold takes, services that go on',
    '',
    ...table(
      ['entry', 'regime', 'act, article', 'mark', 'verified', 'in words'],
      [...law.income.map((rule) => ({ ...rule, regimes: [rule.regime] })), ...law.services].map(
        (entry) => [
          `\`${entry.id}\``,
          entry.regimes.join(', '),
          place(law, entry),
          entry.mark,
          verified(entry),
          words(entry),
        ],
      ),
    ),
    '',
    ...takedownSections(law, book),
    '',
    '## Acts',
    '',
    ...[...law.acts].map(([id, act]) => `- \`${id}\`: ${act.name.en}. Read: ${act.read}.`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Ways to ask that a page be taken down, from takedown.yaml. */
const takedownSections = (law: Law, book: TakedownBook): string[] => [
  '## Ways to ask for removal',
  '',
  'How they are used: [requests to take pages down](../explanation/takedowns.md).',
  '',
  ...table(
    ['channel', 'decides', 'grounds', 'terms', 'contacts', 'package'],
    [...book.channels.values()].map((channel) => [
      `\`${channel.id}\``,
      channel.decides.en,
      channel.grounds.map((id) => `\`${id}\``).join(' '),
      channel.terms.map((id) => `\`${id}\``).join(' '),
      channel.contacts,
      channel.package ? 'enclosed' : 'kept',
    ]),
  ),
  '',
  ...table(
    ['entry', 'how long', 'act, article', 'mark', 'verified', 'in words'],
    [
      ...[...book.terms.values()].map((term) => ({ ...term, length: lengthOf(term) })),
      ...[...book.grounds.values(), ...book.substance].map((entry) => ({ ...entry, length: '' })),
    ].map((entry) => [
      `\`${entry.id}\``,
      entry.length,
      place(law, entry),
      entry.mark,
      verified(entry),
      words(entry),
    ]),
  ),
];

const UNITS: Readonly<Record<TermUnit, string>> = {
  working_days: 'working day',
  calendar_days: 'calendar day',
  hours: 'hour',
};

const lengthOf = ({ value, unit }: Pick<LegalTerm, 'value' | 'unit'>): string =>
  value === 0 ? 'at once' : `${value} ${UNITS[unit]}${value === 1 ? '' : 's'}`;

const place = (law: Law, { act, article }: Founded): string =>
  law.acts.get(act)?.house ? 'own rule' : `${act} ${article}`;

const period = ({ from, to }: EffectivePeriod): string =>
  to === undefined ? `${from} –` : `${from} – ${to}`;

const verified = ({ verified: said }: Founded): string =>
  said === 'no' ? 'no' : `${said.by}, ${said.on}`;

const words = ({ text }: Founded): string => `${text.ru}<br>${text.kk}<br>${text.en}`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(
    LAW_REFERENCE,
    lawReference(await loadLaw(), await loadTakedownBook()),
    process.argv,
  );
