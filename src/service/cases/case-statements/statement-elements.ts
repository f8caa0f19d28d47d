import type { BankDirectory } from '../../../domain/banks.ts';
import type {
  CaseAccount,
  CaseNetwork,
  CaseParty,
  CaseRole,
  CaseTransfer,
} from '../../../domain/case/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { CHANNELS, channelCode, PURPOSES } from '../../../domain/transfer.ts';
import { VERDICTS } from '../../../engine/verdict.ts';
import { readAccountName } from '../load-case-file/account-home.ts';
import { partyOfFacts, tellsHolder } from '../load-case-file/case-parties.ts';
import type { StatementLook } from './statement-look.ts';

/** Elements that dropped statements add to a case file. */
export interface StatementElements {
  readonly accounts: readonly CaseAccount[];
  readonly parties: readonly CaseParty[];
  readonly transfers: readonly CaseTransfer[];
  readonly networks: readonly CaseNetwork[];
  readonly cut: boolean;
}

/** What of the case is there already: an account of a statement that has its IBAN is that account. */
export interface AlreadyThere {
  readonly accounts: readonly CaseAccount[];
  readonly transfers: readonly CaseTransfer[];
}

const ABROAD = channelCode('abroad');

/** What the case file calls an account of a statement that is not in the store. */
const statementAccountId = (place: number): string => `s${place + 1}`;
export const statementTransferId = (place: number): string => `s${place + 1}`;

/** By place in the look: the id of the account in the case file. */
export function accountIdsOf(
  look: StatementLook,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  return look.accounts.map(({ name }, place) => known.get(name) ?? statementAccountId(place));
}

const idsByIban = (accounts: readonly CaseAccount[]): ReadonlyMap<string, string> =>
  new Map(accounts.filter(({ isIban }) => isIban).map(({ account, id }) => [account, id]));

/** Same moment, ends and money: the bank's own record of it stands. */
const moveKey = (t: Pick<CaseTransfer, 'at' | 'payer' | 'payee' | 'amountMinor'>): string =>
  `${t.at} ${t.payer} ${t.payee} ${t.amountMinor}`;

const roleOf = (role: string): CaseRole => (role === 'none' ? 'unknown' : (role as CaseRole));

export function statementElements(
  look: StatementLook,
  there: AlreadyThere,
  { banks, language, country }: { banks: BankDirectory; language: Language; country: string },
): StatementElements {
  const ids = accountIdsOf(look, idsByIban(there.accounts));
  const moved = new Set(there.transfers.map(moveKey));
  const currency = look.currency || 'KZT';
  const transfers = look.transfers
    .map(
      (row, place): CaseTransfer => ({
        id: statementTransferId(place),
        at: row.at,
        payer: ids[row.payer],
        payee: ids[row.payee],
        amountMinor: row.amountMinor,
        currency,
        channel: CHANNELS[row.channel],
        purpose: PURPOSES[row.purpose],
        text: row.text,
        verdict: VERDICTS[row.verdict],
        score: row.score,
        rules: row.rules,
        state: 'executed',
        isSuspicious: row.suspicious,
        origin: null,
      }),
    )
    .filter((transfer) => !moved.has(moveKey(transfer)));
  const used = new Set(transfers.flatMap(({ payer, payee }) => [payer, payee]));
  const abroad = new Set(
    look.transfers.filter(({ channel }) => channel === ABROAD).map(({ payee }) => ids[payee]),
  );
  const parties = new Map<string, CaseParty>();
  const known = new Set(there.accounts.map(({ id }) => id));
  const accounts = look.accounts.flatMap((told, place): CaseAccount[] => {
    const id = ids[place];
    if (known.has(id) || !used.has(id)) return [];
    const { facts } = told;
    const read = readAccountName(told.name, new Map(), banks, language);
    const bank = facts.bank === undefined ? undefined : banks.byName(facts.bank);
    const named =
      facts.bank === undefined || facts.bank === ''
        ? null
        : {
            code: bank?.code ?? facts.bankCode ?? facts.bank,
            name: bank?.name[language] ?? facts.bank,
            country: banks.country,
            bic: bank?.bic ?? null,
          };
    const home = read.home ?? (abroad.has(id) ? null : named);
    const holder = tellsHolder(facts) ? keepHolder(parties, place, told) : null;
    return [
      {
        ...{ id, account: read.account, isIban: read.isIban, isWallet: read.isWallet, home },
        ...{ currency, holder, role: roleOf(told.role), openedAt: facts.openedAt ?? null },
        status: 'active',
        hops: told.hops,
        isForeign: home === null ? abroad.has(id) : home.country !== country,
        devices: [],
        ips: [],
        origin: null,
      },
    ];
  });
  return {
    accounts,
    parties: [...parties.values()],
    transfers,
    networks: look.networks.map(({ id, certainty, harmMinor, story, members }) => ({
      networkId: `s${id}`,
      certainty,
      harmMinor,
      story: story[language],
      countries: countriesOf(
        accounts,
        members.map((member) => ids[member]),
      ),
    })),
    cut: look.cut,
  };
}

/** One owner of many accounts is one party: by IIN or BIN, else by the account. */
function keepHolder(
  parties: Map<string, CaseParty>,
  place: number,
  { facts, role }: StatementLook['accounts'][number],
): string {
  const key = facts.owner ?? `account ${place}`;
  const known = parties.get(key);
  if (known !== undefined) return known.id;
  const id = `sp${place + 1}`;
  parties.set(key, { ...partyOfFacts(place, facts, roleOf(role)), id });
  return id;
}

function countriesOf(accounts: readonly CaseAccount[], ids: readonly string[]): string[] {
  const own = new Set(ids);
  const found = accounts.flatMap(({ id, isForeign, home }) =>
    own.has(id) && isForeign && home !== null ? [home.country] : [],
  );
  return [...new Set(found)].sort();
}
