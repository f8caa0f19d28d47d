import type { CaseFact, FactKind } from '../../domain/case/case-fact.ts';
import type { CaseFile, CaseParty, CaseTransfer } from '../../domain/case/case-file.ts';
import { parseIin } from '../../domain/iin.ts';
import type { Condition } from '../offences/condition.ts';
import { conditionsOf } from './conditions.ts';
import type { Link } from './link.ts';

/** What the record of a case holds of one party, looked up many times. */
export interface PartyEvidence {
  readonly party: CaseParty;
  /** 'YYYY-MM-DD'; null: not known. Where the record has no birth date, the IIN carries one. */
  readonly bornOn: string | null;
  /** What people said of the party, by kind. */
  readonly facts: ReadonlyMap<FactKind, readonly CaseFact[]>;
  readonly hints: ReadonlyMap<Condition, readonly Link[]>;
  /** Suspicious transfers of the party's accounts, in order of time. */
  readonly transfers: readonly CaseTransfer[];
}

/** A case file looked through once: what each part of the qualification asks of it. */
export interface CaseEvidence {
  readonly file: CaseFile;
  readonly parties: readonly PartyEvidence[];
  /** What of the case speaks of the institution's own duties. */
  readonly institution: ReadonlyMap<Condition, readonly Link[]>;
  readonly linksOf: (facts: readonly CaseFact[]) => Link[];
}

export function evidenceOf(file: CaseFile): CaseEvidence {
  const { ofParty, ofInstitution } = conditionsOf(file);
  const transfers = transfersByHolder(file);
  const byParty = Map.groupBy(file.facts, ({ party }) => party);
  return {
    file,
    institution: ofInstitution,
    linksOf: linker(file),
    parties: file.parties.map((party) => ({
      party,
      bornOn: bornOn(party),
      facts: Map.groupBy(byParty.get(party.id) ?? [], ({ kind }) => kind),
      hints: ofParty(party),
      transfers: transfers.get(party.id) ?? [],
    })),
  };
}

/** Suspicious transfers of accounts that somebody holds, each once a holder. */
function transfersByHolder(file: CaseFile): ReadonlyMap<string, readonly CaseTransfer[]> {
  const holders = new Map(file.accounts.map(({ id, holder }) => [id, holder]));
  const found = new Map<string, CaseTransfer[]>();
  for (const transfer of file.transfers.filter(({ isSuspicious }) => isSuspicious))
    for (const holder of new Set([holders.get(transfer.payer), holders.get(transfer.payee)])) {
      if (typeof holder !== 'string') continue;
      const list = found.get(holder);
      if (list === undefined) found.set(holder, [transfer]);
      else list.push(transfer);
    }
  return found;
}

function bornOn({ kind, bornOn: said, taxNumber }: CaseParty): string | null {
  if (said !== null || taxNumber === null || kind === 'company') return said;
  const iin = parseIin(taxNumber);
  const at = iin.ok ? iin.value.bornAt : undefined;
  return at === undefined ? null : new Date(at).toISOString().slice(0, 10);
}

/** Facts as links, each with what it says shows it. */
function linker(file: CaseFile): (facts: readonly CaseFact[]) => Link[] {
  const types = new Map<string, Link['type']>([
    ...file.parties.map(({ id }) => [id, 'party'] as const),
    ...file.accounts.map(({ id }) => [id, 'account'] as const),
    ...file.posts.map(({ id }) => [id, 'post'] as const),
    ...file.transfers.map(({ id }) => [id, 'transfer'] as const),
  ]);
  return (facts) => {
    const links = new Map<string, Link>();
    for (const { factId, shownBy } of facts) {
      links.set(`fact ${factId}`, { type: 'fact', id: String(factId) });
      for (const id of shownBy) {
        const type = types.get(id) ?? 'other';
        links.set(`${type} ${id}`, { type, id });
      }
    }
    return [...links.values()];
  };
}

export const saidYes = (
  { facts }: Pick<PartyEvidence, 'facts'>,
  kinds: readonly FactKind[],
): CaseFact[] =>
  kinds.flatMap((kind) => facts.get(kind) ?? []).filter(({ says }) => says === 'yes');

export const saidNo = (
  { facts }: Pick<PartyEvidence, 'facts'>,
  kinds: readonly FactKind[],
): CaseFact[] => kinds.flatMap((kind) => facts.get(kind) ?? []).filter(({ says }) => says === 'no');
