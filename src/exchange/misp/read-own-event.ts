import type { Origin, Tlp } from '../../domain/case/marking.ts';
import type { ElementBook } from '../elements/element-book.ts';
import {
  ACCOUNT,
  CASE_FRAME,
  CONTACT,
  FACT,
  HOLD,
  INSTITUTION,
  NETWORK,
  OFFICER,
  PARTY,
  POST,
  SIGNAL,
  TRANSFER,
} from '../elements/element-schema.ts';
import {
  type ForeignElement,
  type ForeignSender,
  FROM_MOST,
  NAMED_MOST,
  UNNUMBERED,
} from '../foreign-facts.ts';
import { isObject, type JsonObject, own, textOf, textsOf } from '../foreign-json.ts';
import type { ForeignEvent, ForeignMispObject } from './event-parts.ts';
import { TEMPLATES } from './object-templates.ts';

/** An element that the event says in full. */
export interface OwnElement {
  readonly kind: string;
  readonly id: string;
  readonly wire: JsonObject;
  readonly object: ForeignMispObject;
}

const TEMPLATE = TEMPLATES['mule-case-element'];

/** Elements in full among the objects, as Qorgan wrote them. */
export function ownElements(event: ForeignEvent, book: ElementBook): OwnElement[] {
  return event.objects.filter(isOwn).flatMap((object) => {
    const told = (relation: string) =>
      object.attributes.find((a) => a.relation === relation)?.value;
    const wire = jsonOf(told('content') ?? '');
    if (isObject(wire))
      return [{ kind: told('kind') ?? '', id: told('reference') ?? '', wire, object }];
    book.left.add('broken', TEMPLATE.name, object.uuid);
    return [];
  });
}

export const isOwn = ({ name, template }: ForeignMispObject): boolean =>
  name === TEMPLATE.name && template === TEMPLATE.uuid;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface OwnFrame {
  readonly number: string;
  readonly title: string;
  readonly namedTo: readonly string[];
}

/** What frames the elements; undefined: the event is not of Qorgan. */
export function frameOf(elements: readonly OwnElement[], book: ElementBook): OwnFrame | undefined {
  const element = elements.find(({ kind }) => kind === 'case');
  if (element === undefined) return undefined;
  const frame = book.parse(CASE_FRAME, element.wire, 'case', element.object.uuid);
  return frame === undefined
    ? undefined
    : { ...frame, namedTo: textsOf(element.wire, 'named_to').slice(0, NAMED_MOST) };
}

export function ownSender(
  elements: readonly OwnElement[],
  book: ElementBook,
): ForeignSender | undefined {
  const element = elements.find(({ kind }) => kind === 'sender');
  const told = element === undefined ? undefined : own(element.wire, 'institution');
  if (element === undefined || !isObject(told)) return undefined;
  const institution = book.parse(INSTITUTION, told, 'sender', element.object.uuid);
  if (institution === undefined) return undefined;
  const person = own(element.wire, 'officer');
  return {
    code: institution.code,
    name: institution.name,
    institution,
    officer: isObject(person)
      ? (book.parse(OFFICER, person, 'sender', element.object.uuid) ?? null)
      : null,
  };
}

/** Takes an element in; where it stands, undefined where it stands nowhere. */
export function readElement(
  book: ElementBook,
  { kind, wire, object }: OwnElement,
  sender: ForeignSender,
  namedTo: readonly string[],
): ForeignElement | undefined {
  const { tlp, uuid } = object;
  const origin = originOf(wire, tlp, sender, namedTo);
  switch (kind) {
    case 'party': {
      const party = book.parse(PARTY, wire, kind, uuid);
      return party && book.take('parties', party, origin);
    }
    case 'account': {
      const account = book.parse(ACCOUNT, wire, kind, uuid);
      return account && book.take('accounts', account, origin);
    }
    case 'transfer': {
      const transfer = book.parse(TRANSFER, wire, kind, uuid);
      return transfer && book.take('transfers', transfer, origin);
    }
    case 'post': {
      const post = book.parse(POST, wire, kind, uuid);
      return post && book.take('posts', post, origin);
    }
    case 'contact': {
      const contact = book.parse(CONTACT, wire, kind, uuid);
      return contact && book.take('contacts', contact, origin);
    }
    case 'signal':
      book.say('signals', book.parse(SIGNAL, wire, kind, uuid), tlp);
      return undefined;
    case 'network':
      book.say('networks', book.parse(NETWORK, wire, kind, uuid), tlp);
      return undefined;
    case 'hold':
      book.say('holds', book.parse(HOLD, wire, kind, uuid), tlp);
      return undefined;
    case 'fact':
      book.say('facts', book.parse(FACT, wire, kind, uuid), tlp);
      return undefined;
    case 'case':
    case 'sender':
      return undefined;
    default:
      book.left.add('unknown_type', `${TEMPLATE.name} ${kind}`, uuid);
      return undefined;
  }
}

function originOf(
  wire: JsonObject,
  tlp: Tlp,
  sender: ForeignSender,
  namedTo: readonly string[],
): Origin {
  const handling = own(wire, 'handling');
  return {
    packageId: UNNUMBERED,
    from: ((isObject(handling) ? textOf(handling, 'from') : null) ?? sender.code).slice(
      0,
      FROM_MOST,
    ),
    tlp,
    namedTo: isObject(handling) ? textsOf(handling, 'named_to').slice(0, NAMED_MOST) : namedTo,
  };
}
