import type { CaseFile } from '../../domain/case/case-file.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';

/** Ids of a case that a package is about; none: the whole case. */
export interface PackageScope {
  readonly accounts: readonly string[];
  readonly transfers: readonly string[];
}

/**
 * The part of a case that a package is about: these transfers with both ends, these accounts with the transfers that touch them
 * (only where no transfer is named), and what hangs on them. Errors: QRG_PACKAGE_ACCOUNTS for an id that the case does not have.
 */
export function scopeTo(file: CaseFile, { accounts, transfers }: PackageScope): Result<CaseFile> {
  if (accounts.length + transfers.length === 0) return ok(file);
  const known = new Set([...file.accounts, ...file.transfers].map(({ id }) => id));
  const lost = [...accounts, ...transfers].find((id) => !known.has(id));
  if (lost !== undefined) return fail('QRG_PACKAGE_ACCOUNTS', { id: lost });
  const named = new Set(accounts);
  const about = new Set(transfers);
  const moved = file.transfers.filter(({ id, payer, payee }) =>
    about.size > 0 ? about.has(id) : named.has(payer) || named.has(payee),
  );
  const kept = new Set([...accounts, ...moved.flatMap(({ payer, payee }) => [payer, payee])]);
  const ours = file.accounts.filter(({ id }) => kept.has(id));
  const holders = new Set(ours.map(({ holder }) => holder));
  const parties = file.parties.filter(({ id }) => holders.has(id));
  const there = new Set([...kept, ...parties.map(({ id }) => id), ...moved.map(({ id }) => id)]);
  const only = (refs: readonly string[]) => refs.filter((ref) => there.has(ref));
  return ok({
    ...file,
    accounts: ours,
    parties,
    transfers: moved,
    posts: [],
    contacts: file.contacts
      .filter(({ seenWith }) => only(seenWith).length > 0)
      .map((contact) => ({ ...contact, seenWith: only(contact.seenWith) })),
    signals: file.signals
      .filter(({ about: refs }) => only(refs).length > 0)
      .map((signal) => ({ ...signal, about: only(signal.about) })),
    networks: [],
    holds: file.holds.filter(({ transfer }) => there.has(transfer)),
    facts: file.facts
      .filter(({ party }) => there.has(party))
      .map((fact) => ({ ...fact, shownBy: only(fact.shownBy) })),
  });
}
