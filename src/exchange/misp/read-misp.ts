import { ok, type Result } from '../../domain/errors/catalogue.ts';
import { techniqueOfTag } from '../amltrix/technique.ts';
import { ElementBook } from '../elements/element-book.ts';
import {
  type ForeignElement,
  type ForeignFacts,
  type ForeignSender,
  FROM_MOST,
  type Pap,
} from '../foreign-facts.ts';
import { isObject, own, textOf } from '../foreign-json.ts';
import { LeftBook } from '../left-book.ts';
import { compareViews } from './compare-views.ts';
import { type ForeignEvent, type ForeignMispObject, readEvent } from './event-parts.ts';
import { ForeignEventReading } from './read-foreign-event.ts';
import {
  frameOf,
  isOwn,
  type OwnElement,
  ownElements,
  ownSender,
  readElement,
} from './read-own-event.ts';
import { papOfTag, tlpOfTag } from './tags.ts';

/**
 * A MISP event as facts: of an event of Qorgan all of them, of others what an element of a case can hold; the rest is in `left`,
 * counted and named.
 *
 * Fails with QRG_FOREIGN_BIG, QRG_FOREIGN_DEEP, QRG_FOREIGN_MANY, QRG_FOREIGN_MISP and QRG_FOREIGN_TEXT.
 */
export function readMisp(bytes: Uint8Array): Result<ForeignFacts> {
  const left = new LeftBook();
  const read = readEvent(bytes, left);
  if (!read.ok) return read;
  const event = read.value;
  const book = new ElementBook(left);
  const elements = ownElements(event, book);
  const frame = frameOf(elements, book);
  const sender = ownSender(elements, book) ?? makerOf(event);
  const places = new Map<OwnElement, ForeignElement>();
  for (const element of elements) {
    const place = readElement(book, element, sender, frame?.namedTo ?? []);
    if (place !== undefined) places.set(element, place);
  }
  const shown =
    frame === undefined ? new Set<string>() : compareViews(event, elements, places, frame, book);
  const known = new Map(
    [...places].flatMap(([element, place]) => viewsOf(element).map((to) => [to, place])),
  );
  readRest(event, shown, new ForeignEventReading(book, sender.code, known), book);
  readTags(event, frame !== undefined, book);
  leaveRest(event, left);

  return ok({
    format: 'misp',
    sender,
    tlp: event.tlp,
    pap: papOf(event),
    caseNumber: frame === undefined ? null : frame.number || null,
    title:
      (frame === undefined ? textOf(event.json, 'info') : frame.title)?.slice(0, 4_000) || null,
    madeAt: secondsOf(event, 'timestamp'),
    parties: book.list('parties'),
    accounts: book.list('accounts'),
    transfers: book.list('transfers').sort((a, b) => a.at - b.at),
    posts: book.list('posts'),
    contacts: book.list('contacts'),
    saidTlp: book.saidTlp(event.tlp),
    signals: book.signals,
    networks: book.networks,
    holds: book.holds,
    facts: book.facts,
    relations: book.relations,
    left: left.all,
  });
}

const viewsOf = ({ object }: OwnElement): string[] =>
  object.references.filter(({ kind }) => kind === 'characterizes').map(({ to }) => to);

/** Who made the event, as MISP says. */
function makerOf({ json }: ForeignEvent): ForeignSender {
  const maker = own(json, 'Orgc') ?? own(json, 'Org');
  const name = isObject(maker) ? (textOf(maker, 'name') ?? '').slice(0, FROM_MOST) : '';
  return { code: name, name, institution: null, officer: null };
}

/** Kinds of reference that only repeat what elements say of each other. */
const DERIVED_KINDS = new Set(['owner-of', 'connected-from', 'connected-to', 'mentions']);

function readRest(
  event: ForeignEvent,
  shown: ReadonlySet<string>,
  reading: ForeignEventReading,
  book: ElementBook,
): void {
  const rest = event.objects.filter((object) => !isOwn(object));
  for (const attribute of event.attributes)
    if (!shown.has(attribute.uuid)) reading.attribute(attribute);
  for (const object of rest) if (!shown.has(object.uuid)) reading.object(object);
  const there = new Set([...event.objects, ...event.attributes].map(({ uuid }) => uuid));
  for (const object of rest)
    for (const { kind, to } of object.references) {
      if (shown.has(object.uuid) && DERIVED_KINDS.has(kind) && shown.has(to)) continue;
      if (there.has(to)) relate(object, kind, to, reading.elements, book);
      else book.left.add('missing_ref', `${object.name}.ObjectReference`, to);
    }
}

function relate(
  object: ForeignMispObject,
  kind: string,
  uuid: string,
  elements: ReadonlyMap<string, ForeignElement>,
  book: ElementBook,
): void {
  const from = elements.get(object.uuid);
  const to = elements.get(uuid);
  if (from === undefined || to === undefined) book.left.add('unknown_relation', kind, object.uuid);
  else if (
    kind === 'owner-of' &&
    from.list === 'parties' &&
    to.list === 'accounts' &&
    book.hold(to.id, from.id)
  )
    return;
  else book.relations.push({ kind, from, to, tlp: object.tlp });
}

/** Techniques that a tag names; those of our own events are said by their signals. */
function readTags({ tags, tlp }: ForeignEvent, isOurs: boolean, book: ElementBook): void {
  for (const tag of tags) {
    const technique = techniqueOfTag(tag);
    if (technique !== null) {
      if (!isOurs)
        book.say(
          'signals',
          { rule: technique, amltrix: technique, text: technique, about: [] },
          tlp,
        );
    } else if (papOfTag(tag) === null && (tlpOfTag(tag) ?? 'unknown') === 'unknown')
      book.left.add('marking', tag);
  }
}

function papOf({ tags }: ForeignEvent): Pap | null {
  const levels = tags.flatMap((tag) => papOfTag(tag) ?? []);
  return (['red', 'amber', 'green', 'clear'] as const).find((pap) => levels.includes(pap)) ?? null;
}

/** Lists of an event that no element of a case has a place for. */
const OTHER_LISTS = ['EventReport', 'Galaxy', 'ShadowAttribute', 'CryptographicKey', 'Sighting'];

function leaveRest({ json }: ForeignEvent, left: LeftBook): void {
  for (const key of OTHER_LISTS) {
    const list = own(json, key);
    if (Array.isArray(list)) for (const _ of list) left.add('unknown_property', `Event.${key}`);
  }
}

/** MISP writes numbers as text, others as numbers; null for what is neither, or no time. */
function secondsOf({ json }: ForeignEvent, key: string): number | null {
  const told = own(json, key);
  const seconds = typeof told === 'number' || typeof told === 'string' ? Number(told) : 0;
  return Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11 ? seconds * 1000 : null;
}
