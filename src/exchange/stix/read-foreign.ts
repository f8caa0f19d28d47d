import { CASE_ROLES, type CaseParty } from '../../domain/case/case-file.ts';
import type { Origin } from '../../domain/case/marking.ts';
import { isTechnique } from '../amltrix/technique.ts';
import type { ElementBook } from '../elements/element-book.ts';
import { bareAccount, bareContact, bareParty } from '../elements/foreign-elements.ts';
import type { ForeignElement } from '../foreign-facts.ts';
import { isObject, type JsonObject, listOf, textOf, textsOf } from '../foreign-json.ts';
import type { ForeignObject } from './bundle-objects.ts';
import { tlpOfObject } from './foreign-marks.ts';
import { namedBy, UNDERSTOOD } from './foreign-observable.ts';
import { readPattern } from './pattern.ts';
import { originOfObject, type StixReading } from './reading.ts';

/** What every object has, and what is said of it by marks. */
const COMMON = [
  'type',
  'id',
  'spec_version',
  'created',
  'modified',
  'created_by_ref',
  'object_marking_refs',
  'granular_markings',
  'revoked',
];

/** Takes an object of another system, as far as a case can hold it; what it cannot is left by name. */
export function readForeign(reading: StixReading, object: ForeignObject): void {
  const { type, id } = object;
  switch (type) {
    case 'identity':
      readIdentity(reading, object);
      return;
    case 'indicator':
      readIndicator(reading, object);
      return;
    case 'attack-pattern':
      readTechnique(reading, object);
      return;
    default:
      if (Object.hasOwn(UNDERSTOOD, type)) readObservable(reading, object);
      else reading.book.left.add('unknown_type', type, id);
  }
}

const KINDS: Readonly<Record<string, CaseParty['kind']>> = {
  individual: 'person',
  organization: 'company',
};

function readIdentity(reading: StixReading, object: ForeignObject): void {
  const { id, json } = object;
  const kind = textOf(json, 'identity_class') ?? '';
  const role = CASE_ROLES.find((known) => textsOf(json, 'roles').includes(known));
  const party = bareParty(
    id,
    Object.hasOwn(KINDS, kind) ? KINDS[kind]! : 'unknown',
    textOf(json, 'name'),
  );
  const taken = reading.book.takeForeign(
    'parties',
    { ...party, role: role ?? 'unknown' },
    originOfObject(reading, object),
  );
  if (taken !== undefined) reading.elements.set(id, taken);
  leaveRest(reading.book, object, [
    'name',
    'identity_class',
    ...(role === undefined ? [] : ['roles']),
  ]);
}

function readObservable(reading: StixReading, object: ForeignObject): void {
  const understood = UNDERSTOOD[object.type]!;
  const told = new Map(
    understood.flatMap((key) => {
      const value = textOf(object.json, key);
      return value === null ? [] : [[key, value] as const];
    }),
  );
  const element = mention(reading, originOfObject(reading, object), object.type, told, object.id);
  if (element === undefined) reading.book.left.add('broken', object.type, object.id);
  else reading.elements.set(object.id, element);
  leaveRest(reading.book, object, understood);
}

function mention(
  reading: StixReading,
  origin: Origin,
  type: string,
  told: ReadonlyMap<string, string>,
  id: string,
): ForeignElement | undefined {
  const named = namedBy(type, told);
  if (named === null) return undefined;
  const { book } = reading;
  if (named.list === 'accounts')
    return book.mention('accounts', bareAccount(id, named.account, named.isWallet), origin);
  return book.mention('contacts', bareContact(id, named.kind, named.value), origin);
}

function readIndicator(reading: StixReading, object: ForeignObject): void {
  const { id, json } = object;
  const { left } = reading.book;
  const isStix = (textOf(json, 'pattern_type') ?? 'stix') === 'stix';
  const named = isStix ? readPattern(textOf(json, 'pattern') ?? '') : null;
  if (named === null) {
    left.add('pattern', 'indicator', id);
    return;
  }
  const origin = originOfObject(reading, object);
  for (const [i, { type, equal }] of named.entries()) {
    const part = i === 0 ? id : `${id}#${i + 1}`;
    const element = mention(reading, origin, type, new Map(Object.entries(equal)), part);
    if (element === undefined) left.add('pattern', `indicator of ${type}`, id);
    else if (!reading.elements.has(id)) reading.elements.set(id, element);
  }
  leaveRest(reading.book, object, [
    'pattern',
    'pattern_type',
    'pattern_version',
    'valid_from',
    'name',
  ]);
}

/** A technique of AMLTRIX is what our signals name too; of others a case knows nothing. */
function readTechnique({ book }: StixReading, { id, json }: ForeignObject): void {
  const amltrix = listOf(json, 'external_references').flatMap((reference) => {
    const technique = isObject(reference) ? textOf(reference, 'external_id') : null;
    return technique !== null && isTechnique(technique) && namesAmltrix(reference as JsonObject)
      ? [technique]
      : [];
  })[0];
  if (amltrix === undefined) book.left.add('unknown_type', 'attack-pattern', id);
  else {
    const name = (textOf(json, 'name') ?? amltrix).slice(0, 1_000);
    book.say('signals', { rule: name, amltrix, text: name, about: [] }, tlpOfObject(json));
  }
}

const namesAmltrix = (reference: JsonObject): boolean =>
  /amltrix/i.test((textOf(reference, 'source_name') ?? '').slice(0, 100));

/** Names the properties that no element of a case has a place for. */
export function leaveRest(
  { left }: ElementBook,
  { type, id, json }: ForeignObject,
  taken: readonly string[],
): void {
  for (const key of Object.keys(json))
    if (!COMMON.includes(key) && !taken.includes(key))
      left.add('unknown_property', `${type}.${key}`, id);
}

/** Ties between elements. Whose an account is, the account says; the rest stays a relation. */
export function readRelationship(reading: StixReading, object: ForeignObject): void {
  const { id, json } = object;
  const { book, elements, objects } = reading;
  const kind = (textOf(json, 'relationship_type') ?? '').slice(0, 250);
  const ends = ['source_ref', 'target_ref'].map((key) => textOf(json, key) ?? '');
  const [from, to] = ends.map((end) => elements.get(end));
  if (ends.some((end) => !objects.has(end))) book.left.add('missing_ref', 'relationship', id);
  else if (from === undefined || to === undefined) book.left.add('unknown_relation', kind, id);
  else if (
    kind === 'owns' &&
    from.list === 'parties' &&
    to.list === 'accounts' &&
    book.hold(to.id, from.id)
  )
    return;
  else {
    book.relations.push({ kind, from, to, tlp: tlpOfObject(json) });
  }
}
