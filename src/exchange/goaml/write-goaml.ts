import type { CaseFile, CaseOfficer } from '../../domain/case/case-file.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { FieldClass } from '../fields/field-class.ts';
import type { Written } from '../written.ts';
import { activityXml } from './activity.ts';
import { type CodeTables, entryOf } from './code-tables.ts';
import { latinName } from './latin.ts';
import { actionOf, additionalXml, indicatorsXml, reasonOf } from './narrative.ts';
import { moment } from './times.ts';
import { transactionXml } from './transaction.ts';
import { startWriting, type TransferForm, type Writing } from './writing.ts';
import { COMMENTS_MOST, group, someGroup, someText, text } from './xml.ts';

export interface GoamlOptions {
  readonly tables: CodeTables;
  /** Default 'sides': t_from and t_to. */
  readonly form?: TransferForm;
  /** The reporter's number at the unit, where the tables do not have it. */
  readonly rentityId?: number;
  /** Number that the unit gave to a request this answers. */
  readonly fiuReference?: string;
  /** Instead of the words that the case has. */
  readonly reason?: string;
  readonly action?: string;
  /** Indicators beside those that the rules give. */
  readonly indicators?: readonly string[];
  /** Units of local currency for one unit of another; a transfer in a currency without one is left out and listed. */
  readonly rates?: Readonly<Record<string, number>>;
}

/** What a goAML report can say of a case. */
export const GOAML_CARRIES: readonly FieldClass[] = [
  'case.number',
  'case.title',
  'sender.institution',
  'sender.officer',
  'party.role',
  'party.name',
  'party.taxNumber',
  'party.bornOn',
  'party.birthPlace',
  'party.sex',
  'party.citizenship',
  'party.pep',
  'party.address',
  'party.phones',
  'party.emails',
  'party.document',
  'party.registeredOn',
  'party.occupation',
  'party.client',
  'account.number',
  'account.home',
  'account.holder',
  'account.role',
  'account.openedAt',
  'account.status',
  'account.devices',
  'transfer.reference',
  'transfer.time',
  'transfer.amount',
  'transfer.channel',
  'transfer.text',
  'transfer.verdict',
  'transfer.state',
  'post.text',
  'post.url',
  'post.author',
  'post.time',
  'post.label',
  'post.capture',
  'contact.value',
  'signal.rule',
  'signal.text',
  'network.figures',
  'network.story',
  'hold.state',
];

/**
 * What it cannot do without: whose report it is, and what the schema demands of each transfer and account. Status, channel and state
 * are codes that it demands: without the fact, the code would say something that nobody knows.
 */
export const GOAML_NEEDS: readonly FieldClass[] = [
  'case.number',
  'sender.institution',
  'account.number',
  'account.status',
  'transfer.time',
  'transfer.amount',
  'transfer.channel',
  'transfer.state',
];

const MOST_TRANSFERS = 20_000;

/**
 * A report in goAML 5.0.2 (UNODC's goAML, schema of a unit's own edition): header, reporting person, reason, action, transfers, the
 * people and accounts beside them, indicators, further information. Codes are those of the tables; names are in Latin by the rules
 * of passports, with the original and its ISO 9 form beside. `left` names what the schema has no place for.
 *
 * Errors: QRG_GOAML_REPORTER when the institution has no number at the unit, QRG_GOAML_EMPTY for a case without people, accounts
 * and transfers, QRG_GOAML_LARGE for more than 20,000 transfers.
 */
export function writeGoaml(file: CaseFile, options: GoamlOptions): Result<Written> {
  const { tables } = options;
  const rentityId =
    options.rentityId ?? entryOf(tables.reporters, file.institution.code)?.rentityId;
  if (rentityId === undefined)
    return fail('QRG_GOAML_REPORTER', { institution: file.institution.code, fiu: tables.fiu });
  if (file.transfers.length > MOST_TRANSFERS)
    return fail('QRG_GOAML_LARGE', { most: MOST_TRANSFERS });
  const writing = startWriting(file, {
    tables,
    form: options.form ?? 'sides',
    rates: options.rates ?? {},
  });
  const body = bodyXml(writing);
  if (body === null) return fail('QRG_GOAML_EMPTY');
  leaveOut(writing);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${reportXml(writing, options, rentityId, body)}`;
  return ok({
    fileName: `goaml-${file.number.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 80) || 'case'}.xml`,
    mediaType: 'application/xml',
    bytes: new TextEncoder().encode(xml),
    left: writing.left.lines(),
  });
}

interface Body {
  readonly xml: string;
  readonly hasTransactions: boolean;
}

function bodyXml(writing: Writing): Body | null {
  const accounts = new Set<string>();
  const transactions = writing.file.transfers
    .map((transfer) => {
      const xml = transactionXml(writing, transfer);
      if (xml !== '') accounts.add(transfer.payer).add(transfer.payee);
      return xml;
    })
    .join('');
  const activity = activityXml(writing, accounts);
  if (transactions === '' && activity === '') return null;
  return { xml: transactions + activity, hasTransactions: transactions !== '' };
}

function reportXml(writing: Writing, options: GoamlOptions, rentityId: number, body: Body): string {
  const { file, tables } = writing;
  const { branch } = entryOf(tables.reporters, file.institution.code) ?? {};
  return group(
    'report',
    text('rentity_id', String(rentityId), 10),
    someText('rentity_branch', branch, 255),
    text('submission_code', tables.submission, 50),
    text(
      'report_code',
      body.hasTransactions ? tables.reports.transactions : tables.reports.activity,
      50,
    ),
    text('entity_reference', file.number, 255),
    someText('fiu_ref_number', options.fiuReference, 255),
    text('submission_date', moment(file.asOf, tables.offsetMinutes) ?? '1970-01-01T00:00:00', 19),
    text('currency_code_local', tables.localCurrency, 50),
    file.officer === null ? '' : reportingPerson(writing, file.officer),
    someText('reason', reasonOf(writing, options.reason), COMMENTS_MOST),
    someText('action', actionOf(file, options.action), COMMENTS_MOST),
    body.xml,
    indicatorsXml(writing, options.indicators ?? []),
    additionalXml(writing),
  );
}

/** Who answers for the report, t_person_registration_in_report. */
function reportingPerson({ tables }: Writing, officer: CaseOfficer): string {
  const [surname = '', given = '', ...rest] = officer.name
    .split(/\s+/)
    .filter((word) => word !== '');
  const name = (word: string) => latinName(word, 100).latin;
  const known = (word: string) => (name(word) === '' ? tables.unknown.text : name(word));
  const isEmail = /^[\w+-]+(\.[\w+-]+)*@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,15}$/;
  return group(
    'reporting_person',
    text('first_name', known(given), 100),
    someText('middle_name', name(rest.join(' ')), 100),
    text('last_name', known(surname), 100),
    someGroup(
      'phones',
      officer.phone === null || officer.phone === ''
        ? ''
        : group(
            'phone',
            text('tph_contact_type', tables.contact.company, 50),
            text('tph_communication_type', tables.communication.other, 50),
            text('tph_number', officer.phone, 50),
          ),
    ),
    officer.email !== null && isEmail.test(officer.email) ? text('email', officer.email, 255) : '',
    someText('occupation', officer.job, 255),
  );
}

/** Whole kinds of facts that the schema has no place for. */
function leaveOut({ file, left }: Writing): void {
  if (file.facts.length > 0)
    left.add(
      `${file.facts.length} facts that people said of the acts: goAML has no place for them`,
    );
  if (file.cut) left.add('the case has more transfers than its file carries: the gravest are told');
  for (const { id, purpose } of file.transfers)
    if (purpose !== 'unknown')
      left.add(`transfer ${id}: its purpose ${purpose} is told in words only`);
}
