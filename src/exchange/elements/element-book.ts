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
  /** Id of the account or contact of a value that others than Qorgan named. */
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
    const parsed = schema.safeParse(fromWire(wire));
    if (parsed.success) return parsed.data;
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
    return { list, id: element.id };
  }

  /** An account or contact that another system named: the same value is the same element. */
  mention<L extends 'accounts' | 'contacts'>(
    list: L,
    element: Lists[L],
    value: string,
    origin: Origin,
  ): ForeignElement | undefined {
    const key = `${list} ${value}`;
    const known = this.#byValue.get(key);
    if (known === undefined) {
      const taken = this.take(list, element, origin);
      if (taken !== undefined) this.#byValue.set(key, taken.id);
      return taken;
    }
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
