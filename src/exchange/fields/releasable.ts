import type { CaseFile } from '../../domain/case/case-file.ts';
import { type Origin, stricter, type Tlp } from '../../domain/case/marking.ts';
import type { LeavingElement, WithheldWhy } from './leaving.ts';

/** An element of another house that stays, whatever a person chooses. */
export interface Withheld {
  readonly element: LeavingElement;
  readonly id: string;
  readonly from: string;
  readonly tlp: Tlp;
  readonly why: WithheldWhy;
}

export interface Released {
  /** The case without what must stay, and without what cannot be told apart from it. */
  readonly file: CaseFile;
  readonly withheld: readonly Withheld[];
  /** The loosest mark that a package of it may bear: as strict as the strictest element in it. */
  readonly tlpLeast: Tlp;
  /** Packages whose elements are in it, ascending. */
  readonly sources: readonly number[];
}

/**
 * Why an element of another house may not go on to these partners; null: it may. TLP 2.0: red is for the named reader alone and
 * amber+strict for the reader's own house, so neither ever leaves ours; amber goes to those whom its source named, and a package
 * goes to all of its partners at once; green and clear go on.
 */
export function whyWithheld(
  { tlp, namedTo }: Pick<Origin, 'tlp' | 'namedTo'>,
  partners: readonly string[],
): WithheldWhy | null {
  switch (tlp) {
    case 'red':
      return 'red';
    case 'amber+strict':
      return 'strict';
    case 'amber':
      return partners.length > 0 && partners.every((code) => namedTo.includes(code))
        ? null
        : 'not_named';
    default:
      return null;
  }
}

/**
 * The case as it may go to these partners. An element that hangs on one that stays goes with it: a transfer whose end is withheld,
 * and what people said of a withheld party. Mentions of what stays are taken out of the rest.
 * @param own mark of the case itself
 */
export function releasable(file: CaseFile, partners: readonly string[], own: Tlp): Released {
  const withheld: Withheld[] = [];
  let tlpLeast = own;
  const sources = new Set<number>();
  const gone = new Map<string, Withheld>();

  const keep = <E extends { readonly id: string; readonly origin: Origin | null }>(
    element: LeavingElement,
    elements: readonly E[],
    hangsOn: (e: E) => Withheld | undefined = () => undefined,
  ): E[] =>
    elements.filter((e) => {
      const { id, origin } = e;
      const why = origin === null ? null : whyWithheld(origin, partners);
      const root = hangsOn(e);
      const stays: Withheld | undefined =
        why !== null
          ? { element, id, from: origin!.from, tlp: origin!.tlp, why }
          : root && { ...root, element, id };
      if (stays !== undefined) {
        withheld.push(stays);
        gone.set(id, stays);
        return false;
      }
      if (origin !== null) {
        tlpLeast = stricter(tlpLeast, origin.tlp);
        sources.add(origin.packageId);
      }
      return true;
    });
  const without = (refs: readonly string[]) => refs.filter((ref) => !gone.has(ref));

  const parties = keep('party', file.parties);
  const accounts = keep('account', file.accounts);
  const transfers = keep(
    'transfer',
    file.transfers,
    ({ payer, payee }) => gone.get(payer) ?? gone.get(payee),
  );
  const posts = keep('post', file.posts);
  const contacts = keep('contact', file.contacts);
  const released: CaseFile = {
    ...file,
    parties,
    accounts: accounts.map((account) =>
      account.holder !== null && gone.has(account.holder) ? { ...account, holder: null } : account,
    ),
    transfers,
    posts,
    contacts: contacts.map((contact) => ({ ...contact, seenWith: without(contact.seenWith) })),
    signals: file.signals.map((signal) => ({ ...signal, about: without(signal.about) })),
    holds: file.holds.filter(({ transfer }) => !gone.has(transfer)),
    facts: file.facts
      .filter(({ party }) => !gone.has(party))
      .map((fact) => ({ ...fact, shownBy: without(fact.shownBy) })),
  };
  return { file: released, withheld, tlpLeast, sources: [...sources].sort((a, b) => a - b) };
}
