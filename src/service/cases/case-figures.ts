import { sql } from 'kysely';
import type { Localized } from '../../domain/language.ts';
import type { Scope, Transaction } from '../../store/store.ts';
import type { NetworkBody } from '../live/live-networks.ts';
import type { CaseThing } from './case-items.ts';
import type { CaseDeps } from './deps.ts';
import { networksOfCase, sumsInside } from './kept-networks.ts';

/** What reach and harm of a case are made of. */
export const FIGURE_IDS = ['held', 'rest', 'networks', 'transfers', 'alerts'] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

export interface Figure {
  readonly id: FigureId;
  readonly amountMinor: number;
}

export interface Figures {
  readonly reach: readonly Figure[];
  readonly harm: readonly Figure[];
}

/** The figures in words. */
export const FIGURE_TEXTS: Readonly<Record<FigureId, Localized>> = {
  held: {
    ru: 'Приостановлено на пути к счетам дела',
    kk: 'Іс шоттарына барар жолда тоқтатылған ақша',
    en: 'Held on the way to the accounts of the case',
  },
  rest: {
    ru: 'Деньги дела, которые пришли на счета и ещё не ушли',
    kk: 'Шоттарға түсіп, әлі кетпеген іс ақшасы',
    en: 'Money of the case that came to accounts and has not left',
  },
  networks: {
    ru: 'Прошло внутри сетей дела',
    kk: 'Істегі желілер ішінде өткен ақша',
    en: 'Moved inside the networks of the case',
  },
  transfers: {
    ru: 'Переводы дела вне сетей',
    kk: 'Істің желілерден тыс аударымдары',
    en: 'Transfers of the case outside of the networks',
  },
  alerts: {
    ru: 'Подозрительные переводы тревог вне сетей',
    kk: 'Желілерден тыс дабылдардың күдікті аударымдары',
    en: 'Suspicious transfers of alerts outside of the networks',
  },
};

/** Accounts that one case asks the running service about. */
const ACCOUNTS_MOST = 1_000;

/**
 * Reach and harm of what belongs to a case, as its institution may know them. Reach: on each account that took money
 * in the case, the greater of what is held on the way to it and what came and has not left. Harm: money inside of the networks,
 * and of transfers and alerts that no network of the case has. Both are for the order of a queue, no sums for a court.
 */
export async function figuresOf(
  deps: Pick<CaseDeps, 'store' | 'restOf'>,
  scope: Scope,
  things: readonly CaseThing[],
): Promise<Figures> {
  const refs = (kind: CaseThing['kind']): string[] =>
    things.filter((thing) => thing.kind === kind).map(({ ref }) => ref);
  return deps.store.read(scope, async (trx) => {
    const networks = await networksOf(trx, scope, refs('network'));
    const members = new Set(networks.flatMap((network) => network.members));
    const transfers = await transfersOf(trx, refs('transfer'));
    const alerts = await alertsOf(trx, refs('alert'));
    const takers = [
      ...networks.flatMap((network) => network.takers),
      ...refs('account').map(Number),
      ...alerts.map(({ account_no }) => account_no),
      ...transfers.map(({ payee }) => payee),
      ...(await accountsOfCustomers(trx, refs('customer'))),
    ];
    const senders = [...members, ...takers, ...transfers.map(({ payer }) => payer)];
    const outside = transfers.filter(({ payee }) => !members.has(payee));
    return {
      reach: await reachOf(deps, trx, scope, { takers, senders }),
      harm: some(
        { id: 'networks', amountMinor: sum(networks.map(({ minor }) => minor)) },
        { id: 'transfers', amountMinor: sum(outside.map(({ amount_minor }) => amount_minor)) },
        {
          id: 'alerts',
          amountMinor: sum(
            alerts
              .filter(({ account_no }) => !members.has(account_no))
              .map(({ amount_minor }) => amount_minor),
          ),
        },
      ),
    };
  });
}

const sum = (amounts: readonly number[]): number =>
  Math.min(
    amounts.reduce((total, one) => total + one, 0),
    Number.MAX_SAFE_INTEGER,
  );

const some = (...figures: readonly Figure[]): Figure[] =>
  figures.filter(({ amountMinor }) => amountMinor > 0);

/** The sum of figures. */
export const totalOf = (figures: readonly Figure[]): number =>
  sum(figures.map(({ amountMinor }) => amountMinor));

interface NetworkPart {
  readonly members: readonly number[];
  /** Members that money came to: all but those it was taken from. */
  readonly takers: readonly number[];
  readonly minor: number;
}

/** Money inside of a network as the institution's own transfers tell it, or as it was found for who sees all. */
async function networksOf(
  trx: Transaction,
  { institutionId, seesAll }: Scope,
  ids: readonly string[],
): Promise<NetworkPart[]> {
  const networks = await networksOfCase(trx, institutionId, ids);
  const sums = seesAll ? undefined : await sumsInside(trx, networks);
  return networks.map(({ network_id, harm_minor, body }) => {
    const { members } = body as NetworkBody;
    return {
      members: members.map(({ account }) => account),
      takers: members.filter(({ role }) => role !== 'victim').map(({ account }) => account),
      minor: sums === undefined ? harm_minor : (sums.get(network_id) ?? 0),
    };
  });
}

const transfersOf = (trx: Transaction, refs: readonly string[]) =>
  refs.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('transfers')
        .select(['payer', 'payee', 'amount_minor'])
        .where('seq', 'in', refs.map(Number))
        .execute();

const alertsOf = (trx: Transaction, refs: readonly string[]) =>
  refs.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('alerts')
        .select(['account_no', 'amount_minor'])
        .where('alert_id', 'in', refs.map(Number))
        .execute();

async function accountsOfCustomers(trx: Transaction, refs: readonly string[]): Promise<number[]> {
  if (refs.length === 0) return [];
  const rows = await trx
    .selectFrom('accounts')
    .select('account_no')
    .where('customer_id', 'in', refs.map(Number))
    .limit(ACCOUNTS_MOST)
    .execute();
  return rows.map(({ account_no }) => account_no);
}

/** Latest transfers to one account that are looked at: one with more is hardly ever a dropper's. */
const TRANSFERS_MOST = 2_000;

interface Parties {
  readonly takers: readonly number[];
  /** Whose money to a taker is of the case, whatever was said of the transfer. */
  readonly senders: readonly number[];
}

/**
 * Held money is counted at whom it was for, wherever it stands; what rests, on accounts of the institution alone: what lies at
 * another one is neither its to stop nor its to know. Of what rests no more counts than came suspiciously or from others of the
 * case: a wage on a dropper's account is a wage. A sum that is held was counted as come, so it is taken off what rests.
 */
async function reachOf(
  { restOf }: Pick<CaseDeps, 'restOf'>,
  trx: Transaction,
  { institutionId, seesAll }: Scope,
  { takers, senders }: Parties,
): Promise<Figure[]> {
  const asked = [...new Set(takers)].slice(0, ACCOUNTS_MOST);
  if (asked.length === 0) return [];
  const from = [...new Set(senders)];
  const { rows } = await sql<{ account: number; own: boolean; held: number; came: number }>`
    SELECT n AS account,
      EXISTS (SELECT FROM accounts a
        WHERE a.account_no = n AND (${seesAll} OR a.institution_id = ${institutionId})) AS own,
      coalesce((SELECT sum(h.held_minor) FROM holds h
        WHERE h.payee_no = n AND h.state NOT IN ('released', 'refused', 'returned')
          AND (${seesAll} OR h.institution_id = ${institutionId})), 0)::bigint AS held,
      coalesce((SELECT sum(t.amount_minor) FROM (
          SELECT payer, amount_minor, verdict FROM transfers
          WHERE payee = n ORDER BY at DESC LIMIT ${TRANSFERS_MOST}) t
        WHERE t.verdict > 0 OR t.payer = ANY (${from}::int[])), 0)::bigint AS came
    FROM unnest(${asked}::int[]) n`.execute(trx);
  const rest = rows.map(({ account, own, held, came }) =>
    own ? Math.max(0, Math.min(restOf(account), came) - held) : 0,
  );
  return some(
    { id: 'held', amountMinor: sum(rows.map(({ held }) => held)) },
    { id: 'rest', amountMinor: sum(rest) },
  );
}
