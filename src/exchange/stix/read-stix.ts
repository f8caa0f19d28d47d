import type { Tlp } from '../../domain/case/marking.ts';
import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { ElementBook } from '../elements/element-book.ts';
import { CASE_FRAME, INSTITUTION, OFFICER } from '../elements/element-schema.ts';
import { type ForeignFacts, type ForeignSender, FROM_MOST, NAMED_MOST } from '../foreign-facts.ts';
import { isObject, type JsonObject, own, textOf, textsOf } from '../foreign-json.ts';
import { LeftBook } from '../left-book.ts';
import { type ForeignObject, readBundle } from './bundle-objects.ts';
import { EXTENSION_ID, MAKER } from './extension.ts';
import { leaveMarks, tlpOfObject } from './foreign-marks.ts';
import { leaveRest, readForeign, readRelationship } from './read-foreign.ts';
import { readOwn } from './read-own.ts';
import { extensionOf, isDerived, type StixReading } from './reading.ts';
import { strictest, tlpOfMarking } from './tlp-marking.ts';

/**
 * A STIX 2.1 bundle as facts: of a bundle of Qorgan all of them, of others what an element of a case can hold; the rest is in
 * `left`, counted and named. Time and memory grow with the size of the bundle, whatever is in it.
 *
 * Fails with QRG_FOREIGN_BIG, QRG_FOREIGN_DEEP, QRG_FOREIGN_MANY, QRG_FOREIGN_STIX and QRG_FOREIGN_TEXT.
 */
export function readStix(bytes: Uint8Array): Result<ForeignFacts> {
  const left = new LeftBook();
  const bundle = readBundle(bytes, left);
  if (!bundle.ok) return bundle;
  const objects = bundle.value;
  const container = containerOf(objects);
  const senderId = senderIdOf(objects, container);
  const book = new ElementBook(left);
  const sender = senderOf(objects.get(senderId), book);
  const frame = frameOf(container, book);
  leaveMarks(objects.values(), left);
  leaveOfFrame(objects.get(senderId), container, book);
  const reading: StixReading = {
    objects,
    book,
    sender,
    namedTo: frame === undefined ? [] : textsOf(frame.wire, 'named_to').slice(0, NAMED_MOST),
    elements: new Map(),
  };
  const rest = [...objects.values()].filter(
    (object) => object !== container && object.id !== senderId && !isKnownFrame(object),
  );
  for (const turn of TURNS)
    for (const object of rest) if (turnOf(object) === turn) readObject(reading, object);

  const tlp = tlpOfPackage(objects, container);
  return ok({
    format: 'stix',
    sender,
    tlp,
    pap: null,
    caseNumber: frame?.number || numberOf(container),
    title:
      container === undefined
        ? null
        : (textOf(container.json, 'name')?.slice(0, TITLE_MOST) ?? null),
    madeAt: timeOf(container),
    parties: book.list('parties'),
    accounts: book.list('accounts'),
    transfers: book.list('transfers').sort((a, b) => a.at - b.at),
    posts: book.list('posts'),
    contacts: book.list('contacts'),
    saidTlp: book.saidTlp(tlp),
    signals: book.signals,
    networks: book.networks,
    holds: book.holds,
    facts: book.facts,
    relations: book.relations,
    left: left.all,
  });
}

/** What others say of the sender and of the whole, beyond names and numbers. */
function leaveOfFrame(
  sender: ForeignObject | undefined,
  container: ForeignObject | undefined,
  book: ElementBook,
): void {
  if (sender !== undefined && extensionOf(sender.json) === undefined)
    leaveRest(book, sender, ['name', 'identity_class']);
  if (container !== undefined && caseWireOf(container.json) === undefined)
    leaveRest(book, container, ['name', 'object_refs', 'published', 'external_references']);
}

/** As long as a title of ours may be. */
const TITLE_MOST = 4_000;

/** Transfers need their accounts, relations both ends. */
const TURNS = [0, 1, 2] as const;
const turnOf = ({ type }: ForeignObject): (typeof TURNS)[number] =>
  type === 'relationship' ? 2 : type === 'money-transfer' ? 1 : 0;

function readObject(reading: StixReading, object: ForeignObject): void {
  if (isDerived(object.json)) return;
  if (object.type === 'relationship') readRelationship(reading, object);
  else if (!readOwn(reading, object)) readForeign(reading, object);
}

/** Marks, and the extension itself. */
const isKnownFrame = ({ type, id }: ForeignObject): boolean =>
  id === EXTENSION_ID ||
  id === MAKER ||
  (type === 'marking-definition' && tlpOfMarking(id) !== undefined);

/** What holds the bundle together: our case, else the first grouping or report. */
function containerOf(objects: ReadonlyMap<string, ForeignObject>): ForeignObject | undefined {
  const containers = [...objects.values()].filter(
    ({ type }) => type === 'grouping' || type === 'report',
  );
  return containers.find(({ json }) => caseWireOf(json) !== undefined) ?? containers[0];
}

function caseWireOf(json: JsonObject): JsonObject | undefined {
  const ours = extensionOf(json);
  const wire = ours === undefined ? undefined : own(ours, 'case');
  return isObject(wire) ? wire : undefined;
}

function frameOf(container: ForeignObject | undefined, book: ElementBook) {
  const wire = container === undefined ? undefined : caseWireOf(container.json);
  if (container === undefined || wire === undefined) return undefined;
  const frame = book.parse(CASE_FRAME, wire, 'grouping', container.id);
  return frame === undefined ? undefined : { ...frame, wire };
}

function senderIdOf(
  objects: ReadonlyMap<string, ForeignObject>,
  container: ForeignObject | undefined,
): string {
  const makers = [container, ...objects.values()].flatMap((object) => {
    const by = object === undefined ? null : textOf(object.json, 'created_by_ref');
    return by === null || by === MAKER ? [] : [by];
  });
  return makers[0] ?? '';
}

function senderOf(object: ForeignObject | undefined, book: ElementBook): ForeignSender {
  if (object === undefined) return { code: '', name: '', institution: null, officer: null };
  const { id, json } = object;
  const name = (textOf(json, 'name') ?? '').slice(0, FROM_MOST);
  const ours = extensionOf(json) ?? {};
  const told = own(ours, 'institution');
  const officer = own(ours, 'officer');
  const institution = isObject(told)
    ? (book.parse(INSTITUTION, told, 'identity', id) ?? null)
    : null;
  return {
    code: institution === null ? name : institution.code,
    name: institution === null ? name : institution.name,
    institution,
    officer: isObject(officer) ? (book.parse(OFFICER, officer, 'identity', id) ?? null) : null,
  };
}

/** The mark of what holds it together; else the strictest mark of all that is in it. */
function tlpOfPackage(
  objects: ReadonlyMap<string, ForeignObject>,
  container: ForeignObject | undefined,
): Tlp {
  if (container !== undefined) return tlpOfObject(container.json);
  const marked = [...objects.values()].filter(
    (object) => !isKnownFrame(object) && !object.type.endsWith('-definition'),
  );
  const levels = marked.map(({ json }) => tlpOfObject(json));
  return strictest(levels, marked.length === 0 ? 'amber+strict' : 'clear');
}

function numberOf(container: ForeignObject | undefined): string | null {
  const references = container === undefined ? [] : own(container.json, 'external_references');
  const first = Array.isArray(references) ? references[0] : undefined;
  return isObject(first) ? (textOf(first, 'external_id')?.slice(0, FROM_MOST) ?? null) : null;
}

function timeOf(container: ForeignObject | undefined): number | null {
  const at = Date.parse(container === undefined ? '' : (textOf(container.json, 'modified') ?? ''));
  return Number.isFinite(at) ? at : null;
}
