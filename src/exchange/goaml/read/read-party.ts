import {
  CASE_ROLES,
  type CaseDocument,
  type CaseParty,
  type CaseRole,
  type PersonName,
} from '../../../domain/case/case-file.ts';
import { NOTHING_KNOWN } from '../../elements/foreign-elements.ts';
import { type Reading, remarks } from './reading.ts';
import { child, children, told, type XmlNode } from './xml-tree.ts';

const PERSON = new Set(
  (
    'gender first_name middle_name last_name birthdate birth_place alias full_name_frn passport_number passport_country ' +
    'id_number nationality1 residence phones addresses email emails occupation identification identifications tax_number ' +
    'tax_reg_number peps comments network_devices social_media'
  ).split(' '),
);
const ENTITY = new Set(
  (
    'name incorporation_legal_form incorporation_number business phones addresses email emails incorporation_country_code ' +
    'incorporation_date tax_number tax_reg_number comments'
  ).split(' '),
);

/** What a report tells of whom it is about, besides the element itself. */
export interface Whose {
  /** The reporter's number of its client; null: not told. */
  readonly clientNumber: string | null;
  readonly isClient: boolean;
}

/** A t_person, t_person_my_client or t_conductor. */
export function readPerson(reading: Reading, node: XmlNode, whose: Whose): string {
  const { tables } = reading;
  const known = (name: string) => {
    const value = told(node, name);
    return value === tables.unknown.text ? null : value;
  };
  const said = remarks(node);
  const personName = nameOf(known('full_name_frn'), {
    surname: known('last_name') ?? '',
    given: known('first_name') ?? '',
    patronymic: known('middle_name'),
  });
  const name = [personName.surname, personName.given, personName.patronymic ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const bornOn = told(node, 'birthdate')?.slice(0, 10) ?? null;
  const taxNumber = told(node, 'tax_number');
  const residence = reading.known(told(node, 'residence'));
  return keep(reading, node, PERSON, whose, taxNumber ?? `${name}|${bornOn ?? ''}`, {
    ...NOTHING_KNOWN,
    kind:
      said.size > 0 && /^Sole trader$/m.test(told(node, 'comments') ?? '')
        ? 'sole_trader'
        : 'person',
    name: name === '' ? null : name,
    personName: name === '' ? null : personName,
    taxNumber,
    bornOn,
    birthPlace: told(node, 'birth_place'),
    sex: reading.keyOf(tables.gender, told(node, 'gender')),
    citizenship: reading.known(told(node, 'nationality1')),
    resident: residence === null ? null : residence === reading.known(told(node, 'nationality1')),
    pep: child(node, 'peps') === undefined ? null : true,
    ...reachOf(node, said),
    document: documentOf(reading, node),
    occupation: told(node, 'occupation'),
    role: roleOf(said),
  });
}

/** A t_entity or t_entity_my_client. */
export function readEntity(reading: Reading, node: XmlNode, whose: Whose): string {
  const said = remarks(node);
  const latin = told(node, 'name');
  const name = said.get('Name')?.[0] ?? (latin === reading.tables.unknown.text ? null : latin);
  const taxNumber = told(node, 'tax_number') ?? told(node, 'incorporation_number');
  const country = reading.known(told(node, 'incorporation_country_code'));
  return keep(reading, node, ENTITY, whose, taxNumber ?? `${name ?? ''}|`, {
    ...NOTHING_KNOWN,
    kind: 'company',
    name,
    taxNumber,
    citizenship: country,
    resident: null,
    ...reachOf(node, said),
    registeredOn: told(node, 'incorporation_date')?.slice(0, 10) ?? null,
    occupation: told(node, 'business'),
    role: roleOf(said),
  });
}

/** An owner who may be a person or an organisation: comments of the account tell what there is. */
export function readUnknownHolder(
  reading: Reading,
  account: XmlNode,
  said: ReadonlyMap<string, readonly string[]>,
  whose: Whose,
): string | null {
  const [name = null] = said.get('Holder') ?? [];
  const [taxNumber = null] = said.get('Tax number') ?? [];
  if (name === null && taxNumber === null) return null;
  return keep(reading, account, null, whose, taxNumber ?? `${name}|${told(account, 'account')}`, {
    ...NOTHING_KNOWN,
    kind: 'unknown',
    name,
    taxNumber,
    citizenship: said.get('Country of the holder')?.[0] ?? null,
    phones: said.get('Phone') ?? [],
    role: roleOf(said),
  });
}

/** Gives the id of a party, which is met many times and kept once. */
function keep(
  reading: Reading,
  node: XmlNode,
  understood: ReadonlySet<string> | null,
  { clientNumber, isClient }: Whose,
  key: string,
  party: Omit<CaseParty, 'id' | 'isClient' | 'origin'>,
): string {
  const known = reading.parties.get(key);
  if (known !== undefined) return known.id;
  const id = clientNumber ?? `p${reading.parties.size + 1}`;
  if (understood !== null) reading.understood(node, understood, id);
  reading.parties.set(key, { ...party, id, isClient, origin: reading.origin });
  return id;
}

/** The original name has its parts in the order of documents where it has as many words as there are parts. */
function nameOf(original: string | null, latin: PersonName): PersonName {
  if (original === null) return latin;
  const [surname = '', given = '', ...rest] = original.split(/\s+/);
  return { surname, given, patronymic: rest.length === 0 ? null : rest.join(' ') };
}

function reachOf(node: XmlNode, said: ReadonlyMap<string, readonly string[]>) {
  const [address] = children(child(node, 'addresses'), 'address');
  const lines = ['address', 'additional_address_line1', 'additional_address_line2', 'comments'];
  const inner = children(child(node, 'emails'), 'email');
  return {
    phones: children(child(node, 'phones'), 'phone').flatMap(
      (phone) => told(phone, 'tph_number') ?? [],
    ),
    emails: [
      ...[...children(node, 'email'), ...inner].map((email) => email.text),
      ...(said.get('E-mail') ?? []),
    ],
    address: address === undefined ? null : lines.map((line) => told(address, line) ?? '').join(''),
  };
}

function documentOf(reading: Reading, node: XmlNode): CaseDocument | null {
  const { documents } = reading.tables;
  const [one] = [
    ...children(node, 'identification'),
    ...children(child(node, 'identifications'), 'identification'),
  ];
  const passport = told(node, 'passport_number');
  const number = one === undefined ? (passport ?? told(node, 'id_number')) : told(one, 'number');
  if (number === null) return null;
  const kind =
    one === undefined
      ? null
      : (remarks(one).get('Kind')?.[0] ?? reading.keyOf(documents, told(one, 'type')));
  return {
    kind: kind ?? (passport === null ? 'other' : 'passport'),
    series: null,
    number,
    issuedBy: told(one, 'issued_by'),
    issuedOn: told(one, 'issue_date')?.slice(0, 10) ?? null,
    expiresOn: told(one, 'expiry_date')?.slice(0, 10) ?? null,
  };
}

export function roleOf(said: ReadonlyMap<string, readonly string[]>): CaseRole {
  const [role] = said.get('Role in the case') ?? [];
  return CASE_ROLES.find((one) => one === role) ?? 'unknown';
}
