import type { CasePost, CaseTransfer } from '../../../domain/case/case-file.ts';
import type { Origin, Tlp } from '../../../domain/case/marking.ts';
import { fail, ok, type Result } from '../../../domain/errors/catalogue.ts';
import { parseMoney } from '../../../domain/money.ts';
import { POST_LABELS, STANCES } from '../../../domain/post.ts';
import { PURPOSES } from '../../../domain/transfer.ts';
import { type ForeignFacts, UNMARKED_TLP, UNNUMBERED } from '../../foreign-facts.ts';
import type { CodeTables } from '../code-tables.ts';
import { readAccount } from './read-account.ts';
import { readEntity, readPerson } from './read-party.ts';
import { Reading, remarks } from './reading.ts';
import { child, children, told, type XmlNode, xmlTree } from './xml-tree.ts';

export interface GoamlReading {
  /** Codes that the report was written with. */
  readonly tables: CodeTables;
  /** goAML has no handling marks: how the sender's agreement says that reports are handled. */
  readonly tlp?: Tlp;
}

const TRANSFERS_MOST = 20_000;
const REPORT = new Set(
  (
    'rentity_id rentity_branch submission_code report_code entity_reference fiu_ref_number submission_date report_date ' +
    'currency_code_local reporting_person reason action transaction activity report_indicators additional_information'
  ).split(' '),
);
const TRANSACTION = new Set(
  (
    'transactionnumber transaction_is_suspicious transaction_location transaction_description date_transaction transmode_code ' +
    'transmode_comment amount_local transaction_status involved_parties t_from t_from_my_client t_to t_to_my_client comments'
  ).split(' '),
);

/**
 * Reads a goAML report into facts: parties, accounts, transfers and posts, each met many times and kept once, names in the
 * original where the report has it. Ids are the reader's, but for clients whom the reporter numbered. Nothing is checked against
 * a schema: what is not understood is counted in `left`.
 *
 * Errors: QRG_GOAML_UNREADABLE, with the line, for what is no report, is not well formed, declares a DTD, or has more than
 * 20,000 transfers.
 */
export function readGoaml(
  bytes: Uint8Array,
  { tables, tlp = UNMARKED_TLP }: GoamlReading,
): Result<ForeignFacts> {
  const tree = xmlTree(new TextDecoder().decode(bytes));
  if (!tree.ok) return tree;
  const report = tree.value;
  if (report.name !== 'report')
    return fail('QRG_GOAML_UNREADABLE', { line: 1, reason: report.name });
  const transactions = children(report, 'transaction');
  if (transactions.length > TRANSFERS_MOST)
    return fail('QRG_GOAML_UNREADABLE', { line: 1, reason: `> ${TRANSFERS_MOST}` });
  const from = `rentity-${told(report, 'rentity_id') ?? ''}`;
  const origin: Origin = { packageId: UNNUMBERED, from, tlp, namedTo: [] };
  const reading = new Reading(tables, origin);
  reading.understood(report, REPORT, told(report, 'entity_reference') ?? '');
  const currency = told(report, 'currency_code_local') ?? tables.localCurrency;
  const transfers = transactions.flatMap((node) => readTransaction(reading, node, currency));
  for (const party of children(
    child(child(report, 'activity') ?? report, 'report_parties'),
    'report_party',
  ))
    readReportParty(reading, party);
  const accounts = [...reading.accounts.values()];
  const ownCountry = accounts.find((account) => reading.isOwn(account.holder))?.home?.country;
  return ok({
    format: 'goaml',
    sender: { code: from, name: '', institution: null, officer: null },
    tlp,
    pap: null,
    saidTlp: tlp,
    caseNumber: told(report, 'entity_reference'),
    title: null,
    madeAt: reading.at(told(report, 'submission_date') ?? told(report, 'report_date')),
    parties: [...reading.parties.values()],
    accounts: accounts.map((account) => ({
      ...account,
      isForeign:
        ownCountry !== undefined && account.home !== null && account.home.country !== ownCountry,
    })),
    transfers: transfers.sort((a, b) => a.at - b.at),
    posts: children(child(report, 'additional_information'), 'additional_info').flatMap((info) =>
      readPost(reading, info),
    ),
    contacts: [],
    signals: [told(report, 'reason'), told(report, 'action')].flatMap((text) =>
      text === null ? [] : [{ rule: 'goaml', amltrix: null, text, about: [] }],
    ),
    networks: [],
    holds: [],
    facts: [],
    relations: [],
    left: reading.left(),
  });
}

function readTransaction(reading: Reading, node: XmlNode, local: string): CaseTransfer[] {
  const id = told(node, 'transactionnumber') ?? '';
  reading.understood(node, TRANSACTION, id);
  const payer = sideOf(reading, node, 'from');
  const payee = sideOf(reading, node, 'to');
  const at = reading.at(told(node, 'date_transaction'));
  const foreign = foreignOf(node);
  const currency = told(foreign, 'foreign_currency_code') ?? local;
  const amount = parseMoney(told(foreign, 'foreign_amount') ?? told(node, 'amount_local') ?? '', {
    currency,
    decimal: '.',
  });
  if (payer === null || payee === null || at === null || !amount.ok) {
    reading.leave('broken', 'transaction', id);
    return [];
  }
  const said = remarks(node);
  const [verdict, score] =
    /^(allow|review|hold), score (\d{1,3}) of 100$/
      .exec(said.get('Verdict')?.[0] ?? '')
      ?.slice(1) ?? [];
  const state = said.get('State')?.[0];
  return [
    {
      id,
      at,
      payer,
      payee,
      amountMinor: amount.value.amountMinor,
      currency,
      channel: reading.keyOf(reading.tables.transmode, told(node, 'transmode_code')) ?? 'unknown',
      purpose: PURPOSES.find((purpose) => purpose === said.get('Purpose')?.[0]) ?? 'unknown',
      text: told(node, 'transaction_description'),
      verdict: verdict === 'review' || verdict === 'hold' ? verdict : 'allow',
      score: Number(score ?? 0),
      rules: said.get('Rules')?.[0]?.split(', ') ?? [],
      state: state === 'held' || state === 'refused' || state === 'returned' ? state : 'executed',
      isSuspicious:
        told(node, 'transaction_is_suspicious') === 'true' ||
        told(node, 'transaction_is_suspicious') === '1',
      origin: reading.origin,
    },
  ];
}

/** The account of one side; null when a side is a person or an organisation without an account. */
function sideOf(reading: Reading, node: XmlNode, side: 'from' | 'to'): string | null {
  const mine = child(node, `t_${side}_my_client`);
  const account = child(mine ?? child(node, `t_${side}`) ?? node, `${side}_account`);
  if (account !== undefined) return readAccount(reading, account, mine !== undefined);
  const { payer, payee } = reading.tables.partyRole;
  const role = side === 'from' ? payer : payee;
  const party = children(child(node, 'involved_parties'), 'party').find(
    (one) => told(one, 'role') === role,
  );
  const ours = party === undefined ? undefined : child(party, 'account_my_client');
  const other = party === undefined ? undefined : child(party, 'account');
  if (ours !== undefined) return readAccount(reading, ours, true);
  return other === undefined ? null : readAccount(reading, other, false);
}

const foreignOf = (node: XmlNode): XmlNode | undefined =>
  [
    ...node.children.filter(({ name }) => /^t_(from|to)(_my_client)?$/.test(name)),
    ...children(child(node, 'involved_parties'), 'party'),
  ]
    .flatMap((side) => side.children)
    .find(({ name }) => /^(from_|to_)?foreign_currency$/.test(name));

function readReportParty(reading: Reading, node: XmlNode): void {
  for (const one of node.children) {
    const isClient = one.name.endsWith('_my_client');
    const whose = { clientNumber: null, isClient };
    if (/^account/.test(one.name)) readAccount(reading, one, isClient);
    else if (/^person/.test(one.name)) readPerson(reading, one, whose);
    else if (/^entity/.test(one.name)) readEntity(reading, one, whose);
  }
}

/** A post as Qorgan writes one into additional_information; other information is left. */
function readPost(reading: Reading, info: XmlNode): CasePost[] {
  const subject = told(info, 'info_subject') ?? '';
  const text = told(info, 'info_text') ?? '';
  const head = /^((?:(?:Address|Author|Read as|SHA-256 of the sealed copy): .*\n)*)([\s\S]*)$/.exec(
    text,
  );
  const said = new Map(
    (head?.[1] ?? '')
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const [label, stance] = (said.get('Read as') ?? '').split(', ');
  const at = reading.at(told(info, 'info_date'));
  if (!subject.startsWith('Post ') || at === null || label === undefined) {
    reading.leave('unknown_type', 'additional_info', subject);
    return [];
  }
  return [
    {
      id: subject.slice('Post '.length),
      at,
      url: said.get('Address') ?? null,
      author: said.get('Author') ?? null,
      text: head?.[2] ?? '',
      lang: 'und',
      label: POST_LABELS.find((one) => one === label) ?? 'other_spam',
      stance: STANCES.find((one) => one === stance) ?? 'offer',
      asks: [],
      campaign: null,
      captureHash: said.get('SHA-256 of the sealed copy') ?? null,
      origin: reading.origin,
    },
  ];
}
