import {
  ACCOUNT,
  CONTACT,
  FACT,
  HOLD,
  NETWORK,
  PARTY,
  POST,
  SIGNAL,
  TRANSFER,
} from '../elements/element-schema.ts';
import { isObject, type JsonObject, listOf, own, textOf, textsOf } from '../foreign-json.ts';
import type { ForeignObject } from './bundle-objects.ts';
import { EXTENSION_ID } from './extension.ts';
import { tlpOfObject, tlpOfPlaces } from './foreign-marks.ts';
import { WALLET } from './observables.ts';
import { extensionOf, originOf, type StixReading } from './reading.ts';

/** Takes an object that says elements through the extension; false: it says none. */
export function readOwn(reading: StixReading, object: ForeignObject): boolean {
  switch (object.type) {
    case 'money-transfer':
      return readTransfer(reading, object);
    case 'public-post':
      return readPost(reading, object);
    default: {
      const ours = extensionOf(object.json);
      if (ours === undefined) return false;
      if (object.type === 'note') return readNote(reading, object, ours);
      const party = own(ours, 'party');
      if (object.type === 'identity' && isObject(party)) return readParty(reading, object, party);
      return readEntries(reading, object, ours);
    }
  }
}

function readParty(reading: StixReading, { id, json }: ForeignObject, wire: JsonObject): true {
  const name = own(wire, 'unnamed') === true ? {} : { name: textOf(json, 'name') };
  const [role] = textsOf(json, 'roles');
  const party = reading.book.parse(PARTY, { ...wire, ...name, role }, 'identity', id);
  if (party === undefined) return true;
  const origin = originOf(reading, wire, tlpOfObject(json));
  remember(reading, id, reading.book.take('parties', party, origin));
  return true;
}

/** Elements of one observable: a number that thousands of elements share is none. */
const ENTRIES_MOST = 1_000;

/** Accounts and contacts that are of one observable. */
function readEntries(reading: StixReading, object: ForeignObject, ours: JsonObject): boolean {
  const { id, json, type } = object;
  const { book } = reading;
  const whole = tlpOfObject(json);
  const places = tlpOfPlaces(json);
  const told = (list: 'accounts' | 'contacts') =>
    listOf(ours, list).flatMap((wire, i) => {
      if (isObject(wire) && i < ENTRIES_MOST) {
        const tlp = places.get(`extensions.${EXTENSION_ID}.${list}.[${i}]`) ?? whole;
        return [{ wire, origin: originOf(reading, wire, tlp) }];
      }
      book.left.add('broken', `${type}.${list}`, id);
      return [];
    });
  const number = textOf(json, 'user_id');
  const isWallet = textOf(json, 'account_type') === WALLET;
  const accounts = told('accounts');
  const contacts = told('contacts');
  for (const { wire, origin } of accounts) {
    const stated = number === null ? {} : { account: number };
    const account = book.parse(ACCOUNT, { ...wire, ...stated, isWallet }, type, id);
    if (account !== undefined) remember(reading, id, book.take('accounts', account, origin));
  }
  const value = textOf(json, 'value') ?? number ?? textOf(json, 'account_login');
  for (const { wire, origin } of contacts) {
    const stated = value === null ? {} : { value };
    const contact = book.parse(CONTACT, { ...wire, ...stated }, type, id);
    if (contact !== undefined) remember(reading, id, book.take('contacts', contact, origin));
  }
  return accounts.length + contacts.length > 0;
}

function readTransfer(reading: StixReading, { id, json }: ForeignObject): true {
  const transfer = reading.book.parse(
    TRANSFER,
    {
      ...json,
      id: own(json, 'reference'),
      at: timeOf(json, 'executed_at'),
      payer: own(json, 'payer') ?? accountAt(reading, json, 'payer_ref'),
      payee: own(json, 'payee') ?? accountAt(reading, json, 'payee_ref'),
    },
    'money-transfer',
    id,
  );
  if (transfer === undefined) return true;
  for (const account of [transfer.payer, transfer.payee])
    if (!reading.book.has({ list: 'accounts', id: account }))
      reading.book.left.add('missing_ref', 'money-transfer', account);
  const origin = originOf(reading, json, tlpOfObject(json));
  remember(reading, id, reading.book.take('transfers', transfer, origin));
  return true;
}

/** The account that a reference leads to. */
function accountAt(reading: StixReading, json: JsonObject, key: string): string | undefined {
  const element = reading.elements.get(textOf(json, key) ?? '');
  return element?.list === 'accounts' ? element.id : undefined;
}

function readPost(reading: StixReading, { id, json }: ForeignObject): true {
  const wire = { ...json, id: own(json, 'reference'), at: timeOf(json, 'posted_at') };
  const post = reading.book.parse(POST, wire, 'public-post', id);
  if (post === undefined) return true;
  const origin = originOf(reading, json, tlpOfObject(json));
  remember(reading, id, reading.book.take('posts', post, origin));
  return true;
}

/** Epoch ms of an RFC 3339 time; 0, as everywhere where no time is told. */
function timeOf(json: JsonObject, key: string): number {
  const at = Date.parse(textOf(json, key) ?? '');
  return Number.isFinite(at) ? at : 0;
}

function readNote({ book }: StixReading, { id, json }: ForeignObject, ours: JsonObject): boolean {
  const told = (key: string) => {
    const wire = own(ours, key);
    return isObject(wire) ? wire : undefined;
  };
  const content = textOf(json, 'content') ?? '';
  const [signal, network, hold, fact] = ['signal', 'network', 'hold', 'fact'].map(told);
  const tlp = tlpOfObject(json);
  if (signal !== undefined)
    book.say('signals', book.parse(SIGNAL, { ...signal, text: content }, 'note.signal', id), tlp);
  if (network !== undefined)
    book.say(
      'networks',
      book.parse(NETWORK, { ...network, story: content }, 'note.network', id),
      tlp,
    );
  if (hold !== undefined) book.say('holds', book.parse(HOLD, hold, 'note.hold', id), tlp);
  if (fact !== undefined) book.say('facts', book.parse(FACT, fact, 'note.fact', id), tlp);
  return [signal, network, hold, fact].some((wire) => wire !== undefined);
}

/** The first element of an object stands for it in relations. */
function remember(
  { elements }: StixReading,
  id: string,
  element: ReturnType<StixReading['elements']['get']>,
): void {
  if (element !== undefined && !elements.has(id)) elements.set(id, element);
}
