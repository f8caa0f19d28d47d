import type {
  CaseAccount,
  CaseContact,
  CaseFile,
  CaseNetwork,
  CaseParty,
} from '../../../domain/case/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import {
  maskAccount,
  maskCard,
  maskHandle,
  maskIin,
  maskName,
  maskPhone,
} from '../../../domain/mask.ts';
import type { Principal } from '../../access/principal.ts';
import type { Role } from '../../access/role.ts';
import type { CaseDeps } from '../deps.ts';
import { loadCaseFile } from '../load-case-file.ts';
import { compareParties, type SharedThing } from './compare-parties.ts';

/** A party with what it holds and what went through it. */
export interface EntityParty
  extends Pick<
    CaseParty,
    'id' | 'kind' | 'name' | 'taxNumber' | 'bornOn' | 'citizenship' | 'address' | 'phones' | 'role'
  > {
  readonly client: boolean;
  readonly accounts: readonly string[];
  readonly inMinor: number;
  readonly outMinor: number;
  /** Who told it from outside; null: our own. */
  readonly from: string | null;
}

export interface EntityAccount
  extends Pick<
    CaseAccount,
    'id' | 'account' | 'currency' | 'holder' | 'role' | 'status' | 'hops' | 'openedAt'
  > {
  readonly ref: number | null;
  readonly institution: string | null;
  readonly bic: string | null;
  readonly country: string | null;
  readonly foreign: boolean;
  readonly wallet: boolean;
  readonly inMinor: number;
  readonly outMinor: number;
  readonly transfers: number;
}

export interface CaseEntities {
  readonly masked: boolean;
  readonly cut: boolean;
  readonly parties: readonly EntityParty[];
  readonly accounts: readonly EntityAccount[];
  readonly contacts: readonly Omit<CaseContact, 'origin'>[];
  readonly networks: readonly CaseNetwork[];
  /** Null when nothing was compared. */
  readonly compared: readonly SharedThing[] | null;
}

/** Who works with names; whoever checks the work sees that they are there. */
const NAMES_IN_FULL: readonly Role[] = ['analyst', 'supervisor', 'investigator', 'liaison'];

/**
 * Who and what a case is about, as a table, and what parties share. In full for those who work on it, and the look is written
 * down first. Throws QRG_CASE_UNKNOWN.
 */
export async function caseEntities(
  deps: CaseDeps,
  principal: Principal,
  caseId: number,
  compare: readonly string[],
  language: Language,
): Promise<CaseEntities> {
  const file = await loadCaseFile(deps, principal, caseId, language);
  const masked = !principal.roles.some((role) => NAMES_IN_FULL.includes(role));
  await deps.audit.append({
    actor: principal,
    action: 'case.look',
    object: `case:${caseId}`,
    detail: { view: compare.length === 0 ? 'entities' : 'compare', masked },
  });
  const compared = compare.length === 0 ? null : compareParties(file, compare);
  const entities = { ...entitiesOf(file), compared };
  return masked ? maskedEntities(entities) : entities;
}

function entitiesOf(file: CaseFile): Omit<CaseEntities, 'compared'> {
  const money = moneyOf(file);
  const held = Map.groupBy(file.accounts, ({ holder }) => holder);
  const of = (id: string) => money.get(id) ?? { inMinor: 0, outMinor: 0, transfers: 0 };
  return {
    masked: false,
    cut: file.cut,
    parties: file.parties.map((party) => {
      const accounts = (held.get(party.id) ?? []).map(({ id }) => id);
      const { id, kind, name, taxNumber, bornOn, citizenship, address, phones, role } = party;
      return {
        ...{ id, kind, name, taxNumber, bornOn, citizenship, address, phones, role },
        client: party.isClient,
        accounts,
        inMinor: accounts.reduce((sum, account) => sum + of(account).inMinor, 0),
        outMinor: accounts.reduce((sum, account) => sum + of(account).outMinor, 0),
        from: party.origin?.from ?? null,
      };
    }),
    accounts: file.accounts.map((account) => {
      const { id, currency, holder, role, status, hops, openedAt, home } = account;
      return {
        ...{ id, account: account.account, currency, holder, role, status, hops, openedAt },
        ref: id.startsWith('a') ? Number(id.slice(1)) : null,
        institution: home?.name ?? null,
        bic: home?.bic ?? null,
        country: home?.country ?? null,
        foreign: account.isForeign,
        wallet: account.isWallet,
        ...of(id),
      };
    }),
    contacts: file.contacts.map(({ origin: _, ...contact }) => contact),
    networks: file.networks,
  };
}

function moneyOf({ transfers }: CaseFile) {
  const money = new Map<string, { inMinor: number; outMinor: number; transfers: number }>();
  const of = (id: string) => {
    const known = money.get(id) ?? { inMinor: 0, outMinor: 0, transfers: 0 };
    money.set(id, known);
    return known;
  };
  for (const { payer, payee, amountMinor } of transfers) {
    const [from, to] = [of(payer), of(payee)];
    from.outMinor += amountMinor;
    from.transfers++;
    to.inMinor += amountMinor;
    to.transfers++;
  }
  return money;
}

function maskedEntities(entities: CaseEntities): CaseEntities {
  const maskOf = (text: string | null, mask: (text: string) => string): string | null =>
    text === null ? null : mask(text);
  const hidden = '•••';
  return {
    ...entities,
    masked: true,
    parties: entities.parties.map((party) => ({
      ...party,
      name: maskOf(party.name, maskName),
      taxNumber: maskOf(party.taxNumber, maskIin),
      bornOn: maskOf(party.bornOn, () => hidden),
      address: maskOf(party.address, () => hidden),
      phones: party.phones.map(maskPhone),
    })),
    accounts: entities.accounts.map((account) => ({
      ...account,
      account: maskAccount(account.account),
    })),
    contacts: entities.contacts.map(({ value, ...contact }) => ({
      ...contact,
      value: maskContact(contact.kind, value),
    })),
    compared:
      entities.compared?.map(({ value, ...thing }) => ({
        ...thing,
        value: SHOWN_AS_IT_IS.has(thing.kind) ? value : maskAccount(value),
      })) ?? null,
  };
}

/** Ids of the case file and days tell nothing of a person. */
const SHOWN_AS_IT_IS: ReadonlySet<string> = new Set(['payer', 'payee', 'post', 'opening_day']);

function maskContact(kind: CaseContact['kind'], value: string): string {
  if (kind === 'phone') return maskPhone(value);
  if (kind === 'card') return maskCard(value);
  return kind === 'handle' || kind === 'bot' ? maskHandle(value) : maskAccount(value);
}
