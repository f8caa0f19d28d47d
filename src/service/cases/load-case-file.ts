import { sql } from 'kysely';
import type {
  CaseAccount,
  CaseFile,
  CaseHold,
  CaseInstitution,
  CaseNetwork,
  CaseOfficer,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import type { Language } from '../../domain/language.ts';
import { CHANNELS, PURPOSES } from '../../domain/transfer.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import type { HoldState } from '../../law/hold-state.ts';
import { isOpen } from '../../law/hold-state.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { readSaid } from '../live/decided.ts';
import type { NetworkBody } from '../live/live-networks.ts';
import { summaryOf } from '../networks/list-networks.ts';
import { importedElements } from '../packages/imported-elements.ts';
import { statementElements } from './case-statements/statement-elements.ts';
import { statementLook } from './case-statements/stored-statements.ts';
import type { CaseDeps } from './deps.ts';
import { sumsInside } from './kept-networks.ts';
import { bankDirectory, homeOf } from './load-case-file/account-home.ts';
import {
  accountsAndParties,
  institutionsByCode,
  ownAccountRows,
} from './load-case-file/case-accounts.ts';
import { factsOfCase } from './load-case-file/case-facts.ts';
import { openCustomers } from './load-case-file/case-parties.ts';
import { casePosts, contactsOfPosts, postsOfCase } from './load-case-file/case-posts.ts';
import { type CaseReach, reachOf } from './load-case-file/case-reach.ts';
import { visibleCase } from './load-case-file/case-row.ts';
import { signalsOf } from './load-case-file/case-signals.ts';
import {
  type CaseTransferRow,
  transferElement,
  transfersOfCase,
} from './load-case-file/case-transfers.ts';
import { hopsOf } from './load-case-file/hops.ts';
import { joinContacts } from './load-case-file/join-contacts.ts';
import { isHubAccount } from './load-case-file/known-accounts.ts';

/** Transfers that a case file carries; of more the gravest. */
const CASE_TRANSFERS_MOST = 5_000;

/**
 * One case in full, as far as its reader may see it: a bank sees its own customers and the transfers it reported, and what
 * it does not see is null or not there. The look is written down by whoever shows or sends the file. Throws QRG_CASE_UNKNOWN.
 */
export async function loadCaseFile(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  language: Language,
): Promise<CaseFile> {
  const banks = await bankDirectory();
  return deps.store.read(scopeOf(principal), async (trx) => {
    const row = await visibleCase(trx, caseId);
    const reach = await reachOf(trx, row);
    const found = await transfersOfCase(trx, reach, {
      order: 'gravest',
      limit: CASE_TRANSFERS_MOST + 1,
    });
    const rows = found.slice(0, CASE_TRANSFERS_MOST).sort((a, b) => a.at - b.at || a.seq - b.seq);
    const holds = await holdsOf(trx, rows, reach);
    const institution = await institutionOf(trx, row.institution_id, banks);
    const numbers = accountsOf(reach, rows);
    const own = await ownAccountRows(trx, numbers);
    const touched = new Set(rows.flatMap(({ payer, payee }) => [payer, payee]));
    // A network is found in the transfers of all banks: one of them sees its own accounts, and those its transfers touch.
    const seen = numbers.filter(
      (account) =>
        own.has(account) || touched.has(account) || reach.accounts.get(account)?.isFocus === true,
    );
    const customerIds = new Set<number>(reach.refs.customer.map(Number));
    for (const { customer_id } of own.values())
      if (customer_id !== null) customerIds.add(customer_id);
    const customers = await openCustomers(trx, deps.store, [...customerIds]);
    const made = accountsAndParties(seen, {
      reach,
      known: deps.names,
      institutions: await institutionsByCode(trx),
      banks,
      language,
      rows: own,
      customers,
      transfers: rows,
      held: new Set(holds.filter(({ stands }) => stands).map(({ account }) => account)),
      country: institution.country,
    });
    const ofStore = caseTransfers(reach, rows, holds, deps.names.options.currency);
    const look = await statementLook(trx, deps.store, caseId, reach.refs.statement.map(Number));
    const dropped =
      look &&
      statementElements(
        look,
        { accounts: made.accounts, transfers: ofStore },
        { banks, language, country: institution.country },
      );
    const parties = [...made.parties, ...(dropped?.parties ?? [])];
    const transfers = [...ofStore, ...(dropped?.transfers ?? [])].sort((a, b) => a.at - b.at);
    const accounts = withHops(
      [...made.accounts, ...(dropped?.accounts ?? [])],
      transfers,
      deps.names,
    );
    const posts = await postsOfCase(trx, deps.store, reach, [...customers.keys()]);
    // Joined to nothing of ours: what is joined would lose the mark of its sender.
    const imported = await importedElements(deps.store, trx, caseId);
    return {
      caseId,
      number: row.number,
      title: deps.store.vault.open(row.title_sealed).toString(),
      openedAt: row.opened_at,
      asOf: deps.now(),
      state: row.state,
      outcome: row.outcome,
      institution,
      officer: await officerOf(deps, row.assignee),
      parties: [...parties, ...imported.parties],
      accounts: [...accounts, ...imported.accounts],
      transfers: [...transfers, ...imported.transfers].sort((a, b) => a.at - b.at),
      posts: [...(await casePosts(trx, posts)), ...imported.posts],
      contacts: [
        ...joinContacts(await contactsOfPosts(trx, deps.store, posts), parties, accounts),
        ...imported.contacts,
      ],
      signals: signalsOf(rows, ofStore, deps.names, language),
      networks: [
        ...(await caseNetworks(trx, reach, accounts, principal.seesAll, language)),
        ...(dropped?.networks ?? []),
      ],
      holds: caseHolds(holds, rows, ofStore),
      facts: await factsOfCase(trx, deps.store, caseId),
      cut: imported.cut || found.length > CASE_TRANSFERS_MOST || dropped?.cut === true,
    };
  });
}

/** Accounts of the case and both ends of its transfers, by number. */
function accountsOf(reach: CaseReach, rows: readonly CaseTransferRow[]): number[] {
  const all = new Set(reach.accounts.keys());
  for (const { payer, payee } of rows) all.add(payer).add(payee);
  return [...all].sort((a, b) => a - b);
}

/** Hops from the networks, and from there on along the money of the case: how far abroad an account is. */
function withHops(
  accounts: readonly CaseAccount[],
  transfers: readonly CaseTransfer[],
  names: CaseDeps['names'],
): CaseAccount[] {
  const told = new Map(
    accounts.flatMap(({ id, hops }) => (hops === null ? [] : [[id, hops] as const])),
  );
  const edges = transfers.map(({ payer, payee }) => ({ from: payer, to: payee }));
  const hops = hopsOf(
    told,
    edges,
    (id) => id.startsWith('a') && isHubAccount(names, Number(id.slice(1))),
  );
  return accounts.map((account) => ({ ...account, hops: hops.get(account.id) ?? null }));
}

async function institutionOf(
  trx: Transaction,
  institutionId: number,
  banks: Awaited<ReturnType<typeof bankDirectory>>,
): Promise<CaseInstitution> {
  const row = await trx
    .selectFrom('institutions')
    .select(['code', 'name'])
    .where('institution_id', '=', institutionId)
    .executeTakeFirstOrThrow();
  const { country, bic } = homeOf(row, banks);
  return { ...row, country, bic, bin: null };
}

/** People are nobody's but their institution's, and a case is of one: who sees it sees who works on it. */
async function officerOf({ store }: CaseDeps, userId: number | null): Promise<CaseOfficer | null> {
  if (userId === null) return null;
  const row = await store.db
    .selectFrom('users')
    .select('name')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined ? null : { userId, name: row.name, job: null, phone: null, email: null };
}

interface HeldRow {
  readonly holdId: number;
  readonly seq: number;
  readonly account: number;
  readonly state: HoldState;
  readonly stands: boolean;
  readonly heldMinor: number;
  readonly currency: string;
  readonly placedAt: number | null;
}

const HOLDS_MOST = 1_000;

/** Holds of the case's transfers, and those put into the case by themselves. */
async function holdsOf(
  trx: Transaction,
  rows: readonly CaseTransferRow[],
  { refs }: CaseReach,
): Promise<HeldRow[]> {
  // Holds are found by their account, which is one end of the transfer.
  const ends = [...new Set(rows.flatMap(({ payer, payee }) => [payer, payee]))];
  const found = await sql<{
    hold_id: number;
    transfer_seq: number;
    account_no: number;
    state: HoldState;
    held_minor: number;
    currency: string;
    placed_at: number | null;
  }>`
    SELECT hold_id, transfer_seq, account_no, state, held_minor, currency, placed_at FROM holds
    WHERE (account_no = ANY (${ends}::int[]) AND transfer_seq = ANY (${rows.map(({ seq }) => seq)}::bigint[]))
      OR hold_id = ANY (${refs.hold.map(Number)}::bigint[])
    ORDER BY hold_id LIMIT ${HOLDS_MOST}`.execute(trx);
  return found.rows.map((row) => ({
    holdId: row.hold_id,
    seq: row.transfer_seq,
    account: row.account_no,
    state: row.state,
    stands: isOpen(row.state),
    heldMinor: row.held_minor,
    currency: row.currency,
    placedAt: row.placed_at,
  }));
}

function caseTransfers(
  reach: CaseReach,
  rows: readonly CaseTransferRow[],
  holds: readonly HeldRow[],
  currency: string,
): CaseTransfer[] {
  const bySeq = new Map(holds.map((hold) => [hold.seq, hold]));
  return rows.map((row) => ({
    id: transferElement(row, reach),
    at: row.at,
    payer: `a${row.payer}`,
    payee: `a${row.payee}`,
    amountMinor: row.amount_minor,
    currency,
    channel: CHANNELS[row.channel],
    purpose: PURPOSES[row.purpose],
    text: null,
    verdict: VERDICTS[row.verdict],
    score: row.score,
    rules: [...new Set(readSaid(row.said).signals.map(({ rule }) => rule))],
    state: stateOf(bySeq.get(row.seq)),
    isSuspicious: row.suspicious,
    origin: null,
  }));
}

function stateOf(hold: HeldRow | undefined): CaseTransfer['state'] {
  if (hold === undefined || hold.state === 'released') return 'executed';
  return hold.state === 'refused' || hold.state === 'returned' ? hold.state : 'held';
}

function caseHolds(
  holds: readonly HeldRow[],
  rows: readonly CaseTransferRow[],
  transfers: readonly CaseTransfer[],
): CaseHold[] {
  const ids = new Map(rows.map(({ seq }, i) => [seq, transfers[i].id]));
  return holds.flatMap(({ holdId, seq, state, heldMinor, currency, placedAt }) => {
    const transfer = ids.get(seq);
    return transfer === undefined
      ? []
      : [{ holdId, transfer, state, heldMinor, currency, placedAt }];
  });
}

async function caseNetworks(
  trx: Transaction,
  { networks }: CaseReach,
  accounts: readonly CaseAccount[],
  seesAll: boolean,
  language: Language,
): Promise<CaseNetwork[]> {
  const sums = await sumsInside(trx, seesAll ? [] : networks);
  const foreign = new Map(
    accounts
      .filter(({ isForeign, home }) => isForeign && home !== null)
      .map(({ id, home }) => [id, home?.country ?? '']),
  );
  return networks.map((row) => {
    const told = summaryOf(row, language, seesAll ? 'all' : (sums.get(row.network_id) ?? 0));
    const countries = (row.body as NetworkBody).members.flatMap(
      ({ account }) => foreign.get(`a${account}`) ?? [],
    );
    return {
      networkId: row.network_id,
      certainty: told.certainty,
      harmMinor: told.harmMinor,
      story: told.story ?? '',
      countries: [...new Set(countries)].sort(),
    };
  });
}
