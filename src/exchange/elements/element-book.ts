import type { z } from 'zod';
import type { CaseFact } from '../../domain/case/case-fact.ts';
import type {
  CaseAccount,
  CaseContact,
  CaseHold,
  CaseNetwork,
  CaseParty,
  CasePost,
  CaseSignal,
  CaseTransfer,
} from '../../domain/case/case-file.ts';
import { type Origin, stricter, type Tlp } from '../../domain/case/marking.ts';
import type { ForeignElement, ForeignRelation } from '../foreign-facts.ts';
import type { JsonObject } from '../foreign-json.ts';
import type { LeftBook } from '../left-book.ts';
import { ACCOUNT, CONTACT, PARTY } from './element-schema.ts';
import { fromWire } from './wire.ts';

/** Elements with an origin, by the list they are of. */
interface Lists {
  parties: CaseParty;
  accounts: CaseAccount;
  transfers: CaseTransfer;
  posts: CasePost;
  contacts: CaseContact;
}
type ListName = keyof Lists;
type ForeignList = 'parties' | 'accounts' | 'contacts';

const FOREIGN_SCHEMAS: Readonly<Record<ForeignList, z.ZodType>> = {
  parties: PARTY,
  accounts: ACCOUNT,
  contacts: CONTACT,
};

/** Values within one element: its longest list and everything beside it. */
const VALUES_MOST = 10_000;

/**
 * Elements that a reader understood so far. Ids are unique within a list: a second one is left as a duplicate. What many objects
 * of a package say of one account or contact becomes one element, handled as strictly as its strictest mention.
 */
export class ElementBook {
  readonly left: LeftBook;
  readonly #lists: { readonly [L in ListName]: Map<string, Lists[L]> } = {
    parties: new Map(),
    accounts: new Map(),
    transfers: new Map(),
    posts: new Map(),
    contacts: new Map(),
  };
  /** Id of the first account or contact of a value. */
  readonly #byValue = new Map<string, string>();
  readonly signals: CaseSignal[] = [];
  readonly networks: CaseNetwork[] = [];
  readonly holds: CaseHold[] = [];
  readonly facts: CaseFact[] = [];
  readonly relations: ForeignRelation[] = [];
  #saidTlp: Tlp = 'clear';

  constructor(left: LeftBook) {
    this.left = left;
  }

  /** An element as Qorgan wrote it; undefined, and left as broken, where it does not hold to the schema. */
  parse<T>(schema: z.ZodType<T>, wire: JsonObject, what: string, id: string): T | undefined {
    // A schema tells every entry of a list that is wrong: a list of millions would be millions of problems.
    const parsed = isSmall(wire) ? schema.safeParse(fromWire(wire)) : undefined;
    if (parsed?.success) return parsed.data;
    this.left.add('broken', what, id);
    return undefined;
  }

  /** Takes an element in; where it stands, or undefined for a second one of its id. */
  take<L extends ListName>(list: L, element: Lists[L], origin: Origin): ForeignElement | undefined {
    const elements: Map<string, Lists[L]> = this.#lists[list];
    if (elements.has(element.id)) {
      this.left.add('duplicate', list, element.id);
      return undefined;
    }
    elements.set(element.id, { ...element, origin });
    const value = keyOf(element);
    if (value !== null && !this.#byValue.has(value)) this.#byValue.set(value, element.id);
    return { list, id: element.id };
  }

  /** An element that another system named, where it is of a size that an element may be. */
  takeForeign<L extends ForeignList>(
    list: L,
    element: Lists[L],
    origin: Origin,
  ): ForeignElement | undefined {
    if (isSmall(element) && FOREIGN_SCHEMAS[list].safeParse(element).success)
      return this.take(list, element, origin);
    this.left.add('broken', list, element.id);
    return undefined;
  }

  /** An account or contact that another system named: the same value is the same element. */
  mention<L extends 'accounts' | 'contacts'>(
    list: L,
    element: Lists[L],
    origin: Origin,
  ): ForeignElement | undefined {
    const known = this.#byValue.get(keyOf(element) ?? '');
    if (known === undefined) return this.takeForeign(list, element, origin);
    this.handleStricter({ list, id: known }, origin.tlp);
    return { list, id: known };
  }

  handleStricter({ list, id }: ForeignElement, tlp: Tlp): void {
    const elements: Map<string, Lists[typeof list]> = this.#lists[list] as never;
    const element = elements.get(id);
    if (element?.origin == null) return;
    const origin = { ...element.origin, tlp: stricter(element.origin.tlp, tlp) };
    elements.set(id, { ...element, origin } as never);
  }

  /** Takes in what is said of elements: a signal, network, hold or fact. */
  say<K extends 'signals' | 'networks' | 'holds' | 'facts'>(
    kind: K,
    said: this[K][number] | undefined,
    tlp: Tlp,
  ): void {
    if (said === undefined) return;
    (this[kind] as unknown[]).push(said);
    this.#saidTlp = stricter(this.#saidTlp, tlp);
  }

  /** The strictest mark of what was said, or of the package. */
  saidTlp(tlp: Tlp): Tlp {
    return stricter(tlp, this.#saidTlp);
  }

  has({ list, id }: ForeignElement): boolean {
    return this.#lists[list].has(id);
  }

  /** Says whose an account is, unless that is told already. */
  hold(account: string, holder: string): boolean {
    const element = this.#lists.accounts.get(account);
    if (element === undefined || (element.holder !== null && element.holder !== holder))
      return false;
    this.#lists.accounts.set(account, { ...element, holder });
    return true;
  }

  list<L extends ListName>(list: L): Lists[L][] {
    return [...this.#lists[list].values()];
  }
}

/** What an account or contact is known by; null: another element is known by its id only. */
const keyOf = (element: Lists[ListName]): string | null =>
  'account' in element
    ? `account ${element.account}`
    : 'value' in element
      ? `${element.kind} ${element.value}`
      : null;

/** At most VALUES_MOST values, however they are nested. */
function isSmall(element: object): boolean {
  const rest: unknown[] = [element];
  for (let seen = 0; rest.length > 0; seen++) {
    if (seen + rest.length > VALUES_MOST) return false;
    const value = rest.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inner = Object.values(value);
    if (seen + rest.length + inner.length > VALUES_MOST) return false;
    rest.push(...inner);
  }
  return true;
}
