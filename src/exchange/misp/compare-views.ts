import type { ElementBook } from '../elements/element-book.ts';
import type { ForeignElement } from '../foreign-facts.ts';
import { textOf } from '../foreign-json.ts';
import type { ForeignAttribute, ForeignEvent } from './event-parts.ts';
import type { OwnElement, OwnFrame } from './read-own-event.ts';
import {
  accountView,
  contactView,
  type LoneView,
  partyView,
  postView,
  reportView,
  signalView,
  transferView,
  type View,
} from './views.ts';

/**
 * Holds every view to its element: people change objects in MISP, and the element beside it still says what its sender wrote. The
 * element is taken, and a view that tells another thing is left by name. Gives the uuids of all views.
 */
export function compareViews(
  event: ForeignEvent,
  elements: readonly OwnElement[],
  places: ReadonlyMap<OwnElement, ForeignElement>,
  frame: OwnFrame,
  book: ElementBook,
): Set<string> {
  const objects = new Map(event.objects.map((object) => [object.uuid, object.attributes]));
  const lone = new Map(event.attributes.map((attribute) => [attribute.uuid, [attribute]]));
  const expected = viewsOf(places, frame, book);
  const shown = new Set<string>();
  for (const element of elements)
    for (const { kind, to } of element.object.references) {
      // Of two elements that call one view theirs the first has it.
      if (kind !== 'characterizes' || shown.has(to)) continue;
      shown.add(to);
      const attributes = objects.get(to) ?? lone.get(to);
      if (attributes === undefined) book.left.add('missing_ref', element.kind, to);
      else if (!isShownBy(expected(element), attributes))
        book.left.add('differs', element.kind, to);
    }
  return shown;
}

type Expect = (element: OwnElement) => View | LoneView | null;

function viewsOf(
  places: ReadonlyMap<OwnElement, ForeignElement>,
  frame: OwnFrame,
  book: ElementBook,
): Expect {
  const byId = <E extends { readonly id: string }>(list: readonly E[]) =>
    new Map(list.map((element) => [element.id, element]));
  const parties = byId(book.list('parties'));
  const accounts = byId(book.list('accounts'));
  const transfers = byId(book.list('transfers'));
  const posts = byId(book.list('posts'));
  const contacts = byId(book.list('contacts'));
  const postIds = new Set(posts.keys());
  return (element) => {
    if (element.kind === 'case') return reportView({ ...frame, networks: book.networks });
    if (element.kind === 'signal') return signalView({ text: textOf(element.wire, 'text') ?? '' });
    const place = places.get(element);
    if (place === undefined) return null;
    switch (place.list) {
      case 'parties':
        return partyView(parties.get(place.id)!);
      case 'accounts':
        return accountView(accounts.get(place.id)!);
      case 'transfers':
        return transferView(transfers.get(place.id)!, accounts);
      case 'posts':
        return postView(posts.get(place.id)!);
      default:
        return contactView(contacts.get(place.id)!, postIds);
    }
  };
}

/** The same values in the same relations; MISP writes times its own way. */
function isShownBy(view: View | LoneView | null, attributes: readonly ForeignAttribute[]): boolean {
  if (view === null) return false;
  const parts = 'parts' in view ? view.parts : [{ relation: '', value: view.value }];
  const said = (relation: string, value: string) => `${relation} ${plain(value)}`;
  const expected = parts.map(({ relation, value }) => said(relation, value)).sort();
  const found = attributes.map(({ relation, value }) => said(relation, value)).sort();
  return expected.length === found.length && expected.every((value, i) => value === found[i]);
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

const plain = (value: string): string => (TIME.test(value) ? String(Date.parse(value)) : value);
