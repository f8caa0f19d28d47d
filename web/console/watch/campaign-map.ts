import type { CampaignDetail } from '../api.ts';

type Edge = CampaignDetail['edges'][number];
type Contact = NonNullable<Edge['reasons'][number]['contact']>;

export interface MapPost {
  readonly postId: number;
  readonly y: number;
  readonly links: number;
}

export interface MapContact extends Contact {
  readonly key: string;
  readonly y: number;
  /** Posts of the picture that carry it. */
  readonly posts: readonly number[];
}

export interface MapLine {
  readonly key: string;
  readonly kind: 'contact' | 'near_duplicate' | 'template';
  readonly posts: readonly number[];
  /** The contact it leads to; null between two posts. */
  readonly contact: string | null;
  /** Path of an SVG. */
  readonly path: string;
}

export interface CampaignMap {
  readonly width: number;
  readonly height: number;
  /** Where the middle of a post's and of a contact's sign stands. */
  readonly postX: number;
  readonly contactX: number;
  readonly posts: readonly MapPost[];
  readonly contacts: readonly MapContact[];
  readonly lines: readonly MapLine[];
  /** Posts that have edges; not all of them may be drawn. */
  readonly allPosts: number;
}

/** More rows than these nobody reads in a picture; the table has them all. */
const POSTS_MOST = 28;
const CONTACTS_MOST = 14;
/** CSS pixels. */
const ROW = 34;
const MARGIN = 26;
/** Names of posts stand to the left, of contacts to the right; arcs between posts have the room before the names. */
const POST_NAME_ROOM = 92;
const ARC_ROOM = 58;
const ARC_ROOM_TIGHT = 26;
const CONTACT_NAME_ROOM = 210;
const CONTACT_NAME_ROOM_TIGHT = 132;
const TIGHT = 560;
const WIDTH_MOST = 860;

const keyOf = ({ kind, shown }: Contact): string => `${kind} ${shown}`;

/**
 * Posts in one column and contacts in another, each beside those it is tied to, so that lines cross little and names never meet.
 *
 * @param room CSS pixels there are
 */
export function layCampaign(edges: readonly Edge[], room: number): CampaignMap {
  const width = Math.min(WIDTH_MOST, room);
  const isTight = width < TIGHT;
  const links = linksOf(edges);
  const drawn = [...links.posts]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, POSTS_MOST)
    .map(([postId]) => postId);
  const isDrawn = new Set(drawn);
  const carried = [...links.contacts.values()]
    .map(({ contact, posts }) => ({ contact, posts: [...posts].filter((id) => isDrawn.has(id)) }))
    .filter(({ posts }) => posts.length > 0)
    .sort(
      (a, b) => b.posts.length - a.posts.length || (keyOf(a.contact) < keyOf(b.contact) ? -1 : 1),
    )
    .slice(0, CONTACTS_MOST);
  const place = new Map(carried.map(({ contact }, i) => [keyOf(contact), i]));
  const ordered = besideContacts(drawn, carried, place);
  const rows = Math.max(ordered.length, carried.length);
  const height = rows === 0 ? 0 : 2 * MARGIN + (rows - 1) * ROW;
  const yOf = (i: number, count: number): number =>
    count === 1 ? height / 2 : MARGIN + (i * (height - 2 * MARGIN)) / (count - 1);
  const postX = (isTight ? ARC_ROOM_TIGHT : ARC_ROOM) + POST_NAME_ROOM;
  const contactX = width - (isTight ? CONTACT_NAME_ROOM_TIGHT : CONTACT_NAME_ROOM);
  const posts = ordered.map((postId, i) => ({
    postId,
    y: yOf(i, ordered.length),
    links: links.posts.get(postId) ?? 0,
  }));
  const contacts = carried.map(({ contact, posts: ids }, i) => ({
    ...contact,
    key: keyOf(contact),
    y: yOf(i, carried.length),
    posts: ids,
  }));
  return {
    width,
    height,
    postX,
    contactX,
    posts,
    contacts,
    lines: [
      ...linesToContacts(posts, contacts, postX, contactX),
      ...arcs(edges, posts, postX - POST_NAME_ROOM, isTight ? ARC_ROOM_TIGHT : ARC_ROOM),
    ],
    allPosts: links.posts.size,
  };
}

interface Links {
  /** Edges of each post. */
  readonly posts: Map<number, number>;
  readonly contacts: Map<string, { readonly contact: Contact; readonly posts: Set<number> }>;
}

function linksOf(edges: readonly Edge[]): Links {
  const links: Links = { posts: new Map(), contacts: new Map() };
  for (const { a, b, reasons } of edges) {
    for (const post of [a, b]) links.posts.set(post, (links.posts.get(post) ?? 0) + 1);
    for (const { contact } of reasons) {
      if (contact === null) continue;
      const known = links.contacts.get(keyOf(contact)) ?? { contact, posts: new Set<number>() };
      known.posts.add(a).add(b);
      links.contacts.set(keyOf(contact), known);
    }
  }
  return links;
}

/** Posts by the mean place of their contacts; those without any come last, by number. */
function besideContacts(
  drawn: readonly number[],
  carried: readonly { readonly contact: Contact; readonly posts: readonly number[] }[],
  place: ReadonlyMap<string, number>,
): number[] {
  const mean = (postId: number): number => {
    const places = carried
      .filter(({ posts }) => posts.includes(postId))
      .map(({ contact }) => place.get(keyOf(contact)) ?? 0);
    return places.length === 0
      ? Number.MAX_SAFE_INTEGER
      : places.reduce((sum, one) => sum + one, 0) / places.length;
  };
  const means = new Map(drawn.map((postId) => [postId, mean(postId)]));
  return drawn.toSorted((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || a - b);
}

/** A sign has this half. */
const SIGN = 8;

function linesToContacts(
  posts: readonly MapPost[],
  contacts: readonly MapContact[],
  postX: number,
  contactX: number,
): MapLine[] {
  const rows = new Map(posts.map((post) => [post.postId, post.y]));
  const [from, to] = [postX + SIGN, contactX - SIGN];
  const middle = (from + to) / 2;
  return contacts.flatMap(({ key, y, posts: ids }) =>
    ids.map((postId) => {
      const at = rows.get(postId) ?? 0;
      return {
        key: `${postId} ${key}`,
        kind: 'contact' as const,
        posts: [postId],
        contact: key,
        path: `M${from} ${at}C${middle} ${at} ${middle} ${y} ${to} ${y}`,
      };
    }),
  );
}

/** Similar texts: an arc before the names, the further apart the wider. */
function arcs(
  edges: readonly Edge[],
  posts: readonly MapPost[],
  x: number,
  room: number,
): MapLine[] {
  const rows = new Map(posts.map((post) => [post.postId, post.y]));
  return edges.flatMap(({ a, b, reasons }) => {
    const [from, to] = [rows.get(a), rows.get(b)];
    const similar = reasons.find(({ kind }) => kind !== 'contact');
    if (from === undefined || to === undefined || similar === undefined) return [];
    const bend = Math.min(room - 4, 8 + Math.abs(to - from) / 5) / 0.75;
    return [
      {
        key: `${a} ${b}`,
        kind: similar.kind,
        posts: [a, b],
        contact: null,
        path: `M${x} ${from}C${x - bend} ${from} ${x - bend} ${to} ${x} ${to}`,
      },
    ];
  });
}
