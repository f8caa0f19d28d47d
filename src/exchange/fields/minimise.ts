import type { CaseFile } from '../../domain/case/case-file.ts';
import {
  ACCOUNT_RULES,
  CASE_RULES,
  CONTACT_RULES,
  classesOf,
  FACT_RULES,
  type FieldRules,
  HOLD_RULES,
  INSTITUTION_RULES,
  keepFields,
  NETWORK_RULES,
  OFFICER_RULES,
  PARTY_RULES,
  POST_RULES,
  SIGNAL_RULES,
  TRANSFER_RULES,
} from './element-fields.ts';
import type { FieldClass } from './field-class.ts';

/**
 * The case with only the chosen classes of fields: whatever a writer makes of it, nothing else can leave. In the place of the rest
 * stand null, an empty list, zero, or a pseudonym ('account-3', 'transfer-5') where an element must be told from another.
 *
 * Elements of which nothing was chosen are not there at all; accounts stay as pseudonyms while a transfer between them leaves, and
 * parties while it is told whose an account is. References to what is not there are taken out.
 */
export function minimise(file: CaseFile, chosen: Iterable<FieldClass>): CaseFile {
  const may = new Set(chosen);
  const some = (rules: Parameters<typeof classesOf>[0]) =>
    classesOf(rules).some((of) => may.has(of));
  const all = <E extends object>(elements: readonly E[], rules: FieldRules<E>): E[] =>
    some(rules) ? elements.map((element) => keepFields(element, rules, may)) : [];
  const withTransfers = some(TRANSFER_RULES);
  const withAccounts = withTransfers || some(ACCOUNT_RULES);
  const withParties = some(PARTY_RULES) || may.has('account.holder') || may.has('fact.said');

  const parties = withParties
    ? file.parties.map((party) => keepFields(party, PARTY_RULES, may))
    : [];
  const accounts = withAccounts
    ? file.accounts.map((account, i) => {
        const kept = keepFields(account, ACCOUNT_RULES, may);
        return may.has('account.number') ? kept : { ...kept, account: `account-${i + 1}` };
      })
    : [];
  const names = new Map(
    file.transfers.map(({ id }, i) => [
      id,
      may.has('transfer.reference') ? id : `transfer-${i + 1}`,
    ]),
  );
  const transfers = all(file.transfers, TRANSFER_RULES).map((transfer, i) => ({
    ...transfer,
    id: names.get(file.transfers[i]!.id)!,
  }));
  const posts = all(file.posts, POST_RULES);
  const contacts = all(file.contacts, CONTACT_RULES);

  const there = new Set<string>([
    ...[...parties, ...accounts, ...posts, ...contacts].map(({ id }) => id),
    ...transfers.map(({ id }) => id),
  ]);
  /** References as they are named now, without those to what is not there. */
  const known = (refs: readonly string[]): string[] =>
    refs.map((ref) => names.get(ref) ?? ref).filter((ref) => there.has(ref));

  return {
    ...keepFields(pick(file), CASE_RULES as FieldRules<ReturnType<typeof pick>>, may),
    asOf: file.asOf,
    cut: file.cut,
    institution: keepFields(file.institution, INSTITUTION_RULES, may),
    officer:
      file.officer !== null && may.has('sender.officer')
        ? keepFields(file.officer, OFFICER_RULES, may)
        : null,
    parties,
    accounts: accounts.map((account) =>
      account.holder !== null && !there.has(account.holder)
        ? { ...account, holder: null }
        : account,
    ),
    transfers,
    posts,
    contacts: contacts.map((contact) => ({ ...contact, seenWith: known(contact.seenWith) })),
    signals: all(file.signals, SIGNAL_RULES).map((signal) => ({
      ...signal,
      about: known(signal.about),
    })),
    networks: all(file.networks, NETWORK_RULES).map((network, i) =>
      may.has('network.figures') ? network : { ...network, networkId: `network-${i + 1}` },
    ),
    holds: withTransfers
      ? all(file.holds, HOLD_RULES).map((hold) => ({
          ...hold,
          transfer: names.get(hold.transfer) ?? '',
        }))
      : [],
    facts: may.has('fact.said')
      ? all(file.facts, FACT_RULES).map((fact) => ({ ...fact, shownBy: known(fact.shownBy) }))
      : [],
  };
}

const pick = ({ caseId, number, title, openedAt, state, outcome }: CaseFile) => ({
  caseId,
  number,
  title,
  openedAt,
  state,
  outcome,
});
