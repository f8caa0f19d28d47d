import type { CaseContact, CaseParty } from '../../domain/case/case-file.ts';
import type { Origin, Tlp } from '../../domain/case/marking.ts';
import type { ElementBook } from '../elements/element-book.ts';
import { bareAccount, bareContact, bareParty } from '../elements/foreign-elements.ts';
import { type ForeignElement, UNNUMBERED } from '../foreign-facts.ts';
import type { ForeignAttribute, ForeignMispObject } from './event-parts.ts';

/** Reads objects and attributes of another MISP into a book. */
export class ForeignEventReading {
  readonly #book: ElementBook;
  readonly #from: string;
  /** Elements by the uuid of their object or attribute. */
  readonly elements: Map<string, ForeignElement>;

  constructor(book: ElementBook, from: string, elements: Map<string, ForeignElement>) {
    this.#book = book;
    this.#from = from;
    this.elements = elements;
  }

  attribute(attribute: ForeignAttribute): void {
    const { uuid, type, value, tlp } = attribute;
    const kind = CONTACT_TYPES.get(type);
    const isWallet = WALLET_TYPES.has(type);
    if (kind !== undefined) this.#contact(uuid, kind, value, tlp);
    else if (isWallet || ACCOUNT_TYPES.has(type)) this.#account(uuid, value, isWallet, tlp);
    else this.#book.left.add('unknown_type', `attribute ${type}`, uuid);
  }

  object(object: ForeignMispObject): void {
    switch (object.name) {
      case 'bank-account':
        this.#accountObject(object, ['iban', 'account'], false);
        return;
      case 'coin-address':
        this.#accountObject(object, ['address', 'address-crypto', 'address-xmr'], true);
        return;
      case 'person':
        this.#person(object);
        return;
      case 'legal-entity':
        this.#entity(object);
        return;
      default: {
        const contacts = CONTACT_OBJECTS.get(object.name);
        if (contacts === undefined) this.#book.left.add('unknown_type', object.name, object.uuid);
        else this.#contacts(object, contacts);
      }
    }
  }

  #accountObject(object: ForeignMispObject, numbers: readonly string[], isWallet: boolean): void {
    const number = numbers
      .map((relation) => first(object, relation))
      .find((value) => value !== null);
    if (number === undefined || number === null) {
      this.#book.left.add('broken', object.name, object.uuid);
      return;
    }
    this.#account(object.uuid, number, isWallet, object.tlp);
    this.#leaveRest(object, numbers);
  }

  #person(object: ForeignMispObject): void {
    const [surname, given, patronymic, full, alias] = [
      'last-name',
      'first-name',
      'middle-name',
      'full-name',
      'alias',
    ].map((relation) => first(object, relation));
    const born = first(object, 'date-of-birth');
    const sex = first(object, 'gender')?.toLowerCase();
    const parts = [surname, given, patronymic].filter((part) => part != null);
    const name = full ?? (parts.length > 0 ? parts.join(' ') : (alias ?? null));
    const party: CaseParty = {
      ...bareParty(object.uuid, 'person', name),
      personName:
        surname != null && given != null
          ? { surname, given, patronymic: patronymic ?? null }
          : null,
      bornOn: born !== null && /^\d{4}-\d{2}-\d{2}$/.test(born) ? born : null,
      birthPlace: first(object, 'place-of-birth'),
      sex: sex === 'male' || sex === 'female' ? sex : null,
      address: first(object, 'address'),
      phones: all(object, 'phone-number'),
      emails: all(object, 'e-mail'),
      occupation: first(object, 'occupation'),
      role: all(object, 'role').includes('Victim') ? 'victim' : 'unknown',
    };
    this.#take(object, party);
    this.#leaveRest(object, PERSON_RELATIONS);
  }

  #entity(object: ForeignMispObject): void {
    this.#take(object, {
      ...bareParty(object.uuid, 'company', first(object, 'name')),
      taxNumber: first(object, 'registration-number'),
      phones: all(object, 'phone-number'),
    });
    this.#leaveRest(object, ['name', 'registration-number', 'phone-number']);
  }

  #take(object: ForeignMispObject, party: CaseParty): void {
    const taken = this.#book.takeForeign('parties', party, this.#origin(object.tlp));
    if (taken !== undefined) this.elements.set(object.uuid, taken);
  }

  #contacts(object: ForeignMispObject, relations: ReadonlyMap<string, CaseContact['kind']>): void {
    const told = object.attributes.filter(({ relation }) => relations.has(relation));
    for (const [i, { relation, value, tlp }] of told.entries()) {
      const id = i === 0 ? object.uuid : `${object.uuid}#${i + 1}`;
      this.#contact(id, relations.get(relation)!, value, tlp, object.uuid);
    }
    if (told.length === 0) this.#book.left.add('broken', object.name, object.uuid);
    this.#leaveRest(object, [...relations.keys()]);
  }

  #account(uuid: string, number: string, isWallet: boolean, tlp: Tlp): void {
    const account = bareAccount(uuid, number, isWallet);
    const element = this.#book.mention('accounts', account, this.#origin(tlp));
    if (element !== undefined) this.elements.set(uuid, element);
  }

  #contact(id: string, kind: CaseContact['kind'], value: string, tlp: Tlp, uuid = id): void {
    const contact = bareContact(id, kind, value);
    const element = this.#book.mention('contacts', contact, this.#origin(tlp));
    if (element !== undefined && !this.elements.has(uuid)) this.elements.set(uuid, element);
  }

  #origin(tlp: Tlp): Origin {
    return { packageId: UNNUMBERED, from: this.#from, tlp, namedTo: [] };
  }

  #leaveRest({ name, uuid, attributes }: ForeignMispObject, taken: readonly string[]): void {
    for (const { relation } of attributes)
      if (!taken.includes(relation))
        this.#book.left.add('unknown_property', `${name}.${relation}`, uuid);
  }
}

const first = (object: ForeignMispObject, relation: string): string | null =>
  object.attributes.find((a) => a.relation === relation)?.value ?? null;
const all = (object: ForeignMispObject, relation: string): string[] =>
  object.attributes.filter((a) => a.relation === relation).map(({ value }) => value);

const PERSON_RELATIONS = [
  'last-name',
  'first-name',
  'middle-name',
  'full-name',
  'alias',
  'date-of-birth',
  'place-of-birth',
  'gender',
  'address',
  'phone-number',
  'e-mail',
  'occupation',
  'role',
];
const ACCOUNT_TYPES = new Set(['iban', 'bank-account-nr']);
const WALLET_TYPES = new Set(['btc', 'xmr', 'dash']);
const CONTACT_TYPES = new Map<string, CaseContact['kind']>([
  ['phone-number', 'phone'],
  ['url', 'link'],
  ['uri', 'link'],
  ['link', 'link'],
  ['domain', 'link'],
  ['hostname', 'link'],
  ['email', 'email'],
  ['email-src', 'email'],
  ['email-dst', 'email'],
  ['ip-src', 'ip'],
  ['ip-dst', 'ip'],
  ['cc-number', 'card'],
]);
/** Relations of an object that are contacts; of a post, where it stands and who wrote it. */
const CONTACT_OBJECTS = new Map<string, ReadonlyMap<string, CaseContact['kind']>>([
  ['phone-number', new Map([['phone-number', 'phone']])],
  ['phone', new Map([['msisdn', 'phone']])],
  [
    'telegram-account',
    new Map([
      ['username', 'handle'],
      ['phone', 'phone'],
    ]),
  ],
  ['url', new Map([['url', 'link']])],
  [
    'microblog',
    new Map([
      ['url', 'link'],
      ['link', 'link'],
      ['username', 'profile'],
    ]),
  ],
  ['device', new Map([['name', 'device']])],
  ['email', new Map([['from', 'email']])],
]);
