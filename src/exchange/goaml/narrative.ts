import { ageAt } from '../../domain/age.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { exponentOf } from '../../domain/currency.ts';
import { decimal } from './amount.ts';
import { entryOf } from './code-tables.ts';
import { midnight, moment } from './times.ts';
import type { Writing } from './writing.ts';
import { COMMENTS_MOST, cut, group, someText, text } from './xml.ts';

const ADULT_AGE = 18;

/** Why it is reported: what networks and rules said, in the language the case was loaded in. */
export function reasonOf({ file, left }: Writing, told: string | undefined): string {
  const reason =
    told ??
    [
      ...new Set([
        file.title,
        ...file.networks.map(({ story }) => story),
        ...file.signals.map((signal) => signal.text),
      ]),
    ]
      .filter((line) => line !== '')
      .join('\n');
  if ([...reason].length > COMMENTS_MOST)
    left.add(`reason: only ${COMMENTS_MOST} characters of it are told`);
  return cut(reason, COMMENTS_MOST);
}

/** What was done: the holds of the case. */
export const actionOf = ({ holds }: CaseFile, told: string | undefined): string =>
  told ??
  holds
    .map(
      ({ transfer, state, heldMinor, currency }) =>
        `Transfer ${transfer}: hold ${state}, ${decimal(heldMinor, exponentOf(currency) ?? 0)} ${currency}`,
    )
    .join('\n');

/** report_indicators: codes of the rules that spoke, each once; the schema demands one. */
export function indicatorsXml({ file, tables, left }: Writing, more: readonly string[]): string {
  const { rules, minor, otherwise } = tables.indicators;
  const codes = new Set(more);
  const said = [...file.signals.map(({ rule }) => rule), ...file.transfers.flatMap((t) => t.rules)];
  for (const rule of new Set(said)) {
    const code = entryOf(rules, rule);
    if (code === undefined) left.add(`rule ${rule}: the unit's table has no indicator for it`);
    else codes.add(code);
  }
  if (minor !== undefined && hasMinor(file)) codes.add(minor);
  if (codes.size === 0) codes.add(otherwise);
  return group('report_indicators', ...[...codes].map((code) => text('indicator', code, 50)));
}

/** Somebody under eighteen at the time of the case, other than a victim. */
const hasMinor = ({ parties, openedAt }: CaseFile): boolean =>
  parties.some(
    ({ bornOn, role }) =>
      role !== 'victim' &&
      midnight(bornOn) !== null &&
      ageAt(Date.parse(`${bornOn}T00:00:00Z`), openedAt) < ADULT_AGE,
  );

/** additional_information of the report: posts, networks in figures, and contacts that belong to nobody. */
export function additionalXml({ file, tables, parties, accounts }: Writing): string {
  const posts = file.posts.map((post) =>
    info(
      `Post ${post.id}`,
      [
        post.url === null ? '' : `Address: ${post.url}`,
        post.author === null ? '' : `Author: ${post.author}`,
        `Read as: ${post.label}, ${post.stance}`,
        post.captureHash === null ? '' : `SHA-256 of the sealed copy: ${post.captureHash}`,
        post.text,
      ],
      moment(post.at, tables.offsetMinutes),
    ),
  );
  const networks = file.networks.map((network) =>
    info(`Network ${network.networkId}`, [
      `Certainty: ${network.certainty}`,
      `Harm: ${decimal(network.harmMinor, exponentOf(tables.localCurrency) ?? 2)} ${tables.localCurrency}`,
      network.countries.length === 0 ? '' : `Countries: ${network.countries.join(', ')}`,
    ]),
  );
  const loose = file.contacts
    .filter(({ seenWith }) => !seenWith.some((id) => parties.has(id) || accounts.has(id)))
    .map(({ id, kind, value, seenWith }) =>
      info(`Contact ${id}`, [
        `${kind}: ${value}`,
        seenWith.length === 0 ? '' : `Seen with: ${seenWith.join(', ')}`,
      ]),
    );
  const all = [...posts, ...networks, ...loose].join('');
  return all === '' ? '' : group('additional_information', all);
}

const info = (subject: string, lines: readonly string[], at: string | null = null): string =>
  group(
    'additional_info',
    text('info_subject', subject, 255),
    someText('info_text', lines.filter((line) => line !== '').join('\n'), COMMENTS_MOST),
    someText('info_date', at, 19),
  );
