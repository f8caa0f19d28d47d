import { joinCampaign, levelOf, settleCommon } from './common-contacts.ts';
import type { ClusterEdge, ClusteredPost, EdgeReason, Joined } from './edge.ts';
import { EdgeList } from './edge-list.ts';
import {
  groupOfOne,
  type KnownContact,
  type KnownPost,
  leastOf,
  NO_WORDS,
  type PostGroup,
} from './post-group.ts';
import { textKey } from './signature.ts';
import { TextGroups } from './text-groups.ts';

export interface CampaignOptions {
  /** A contact that ties together more groups than that, each with a contact of its own, joins nothing. */
  readonly unrelatedMost: number;
  /** Least estimated likeness of near-duplicates, 0..1. */
  readonly likeness: number;
  /** Shingles that a text must have to join anybody: 'пишите в лс' says nothing of who wrote it. */
  readonly shingles: number;
}

/** House values, to be set anew with figures of real sources; see docs/explanation/campaigns.md. */
export const CAMPAIGN_OPTIONS: CampaignOptions = { unrelatedMost: 12, likeness: 0.5, shingles: 40 };

/** Contacts of a post that are looked at. */
const CONTACTS_MOST = 200;

/**
 * Which posts are of one campaign: shared contacts and near-duplicate texts join them, each with its reason. Posts come and go in
 * any order; the campaigns depend on which are there and not on the order. Give it unlawful offers only: a warning that quotes an
 * offer has its words and its contacts, and would join it.
 */
export class CampaignIndex {
  readonly #options: CampaignOptions;
  readonly #texts: TextGroups;
  readonly #posts = new Map<number, KnownPost>();
  readonly #contacts = new Map<string, KnownContact>();
  /** Those that are carried by many different texts. */
  readonly #common = new Set<KnownContact>();
  /** Posts without a contact by what they say, the earliest first. */
  readonly #nobodys = new Map<number, number[]>();

  constructor(options: CampaignOptions = CAMPAIGN_OPTIONS) {
    this.#options = options;
    this.#texts = new TextGroups(options);
  }

  get size(): number {
    return this.#posts.size;
  }

  /**
   * Takes a post in; one that is there already is taken out first. `merged` names campaigns that the post itself ties; when it stops
   * a contact, or lets one go, others change too: ask `stopContacts` and `campaignOf`.
   */
  add(post: ClusteredPost): Joined {
    this.remove(post.id);
    const known = this.#known(post);
    const neighbours = this.#neighbours(known);
    const before = new Map(neighbours.map((id) => [id, this.campaignOf(id)]));
    this.#posts.set(post.id, known);
    this.#place(known);
    const campaign = leastOf(known.group);
    const edges = new EdgeList();
    this.#tellEdges(known, edges, campaign);
    const merged = neighbours
      .filter((id) => this.campaignOf(id) === campaign)
      .map((id) => before.get(id))
      .filter((id) => id !== undefined && id !== campaign) as number[];
    const repostOf = this.#repostOf(known);
    return {
      campaign,
      merged: [...new Set(merged)].sort((a, b) => a - b),
      edges: edges.list(),
      repostOf,
    };
  }

  /** Takes a post out: it was relabelled, or is gone. What only it held together falls apart. */
  remove(id: number): void {
    const post = this.#posts.get(id);
    if (post === undefined) return;
    this.#posts.delete(id);
    this.#forget(this.#nobodys, post);
    const turnedRare: KnownContact[] = [];
    for (const contact of post.contacts) {
      contact.posts.delete(id);
      this.#forget(contact.texts, post);
      if (contact.posts.size === 0) this.#contacts.delete(contact.key);
      if (contact.common && contact.texts.size <= this.#options.unrelatedMost)
        turnedRare.push(contact);
    }
    if (post.text !== undefined) this.#texts.remove(id, post.text);
    for (const contact of turnedRare) this.#makeRare(contact);
    this.#rebuild(post.group);
    for (const contact of turnedRare)
      for (const other of contact.posts) this.#link(this.#at(other));
    settleCommon(this.#common, this.#options.unrelatedMost);
  }

  /** Least id of the campaign's posts; undefined for a post that is not here. */
  campaignOf(id: number): number | undefined {
    const post = this.#posts.get(id);
    return post === undefined ? undefined : leastOf(post.group);
  }

  /** Ids of a campaign's posts, ascending; none when no campaign is called so now. */
  postsOf(campaign: number): number[] {
    const group = this.#posts.get(campaign)?.group;
    if (group === undefined || leastOf(group) !== campaign) return [];
    const groups = group.campaign?.groups ?? [group];
    return groups.flatMap(({ members }) => members).sort((a, b) => a - b);
  }

  /** Why the posts of a campaign are together: enough edges to hold it, each from the earlier id to the later. */
  edgesOf(campaign: number): ClusterEdge[] {
    const edges = new EdgeList();
    for (const id of this.postsOf(campaign)) this.#tellEdges(this.#at(id), edges, campaign);
    return edges.list();
  }

  /** Keys of contacts that join nothing now, in order. */
  stopContacts(): string[] {
    return [...this.#common]
      .filter(({ stopped }) => stopped)
      .map(({ key }) => key)
      .sort();
  }

  #at(id: number): KnownPost {
    const post = this.#posts.get(id);
    if (post === undefined) throw new Error(`post ${id} is not in the index`);
    return post;
  }

  #known({ id, at, place, contacts, text }: ClusteredPost): KnownPost {
    const keys = [...new Set(contacts)].slice(0, CONTACTS_MOST);
    return {
      id,
      at,
      place,
      contacts: keys.map((key) => this.#contact(key)),
      text: this.#texts.add(id, text),
      saying: text === '' ? NO_WORDS : textKey(text),
      group: groupOfOne(id),
    };
  }

  #contact(key: string): KnownContact {
    const known = this.#contacts.get(key);
    if (known !== undefined) return known;
    const contact: KnownContact = {
      key,
      posts: new Set(),
      texts: new Map(),
      common: false,
      stopped: false,
      groups: new Set(),
      slack: 0,
    };
    this.#contacts.set(key, contact);
    return contact;
  }

  /** Posts, one each, of what may join this one. */
  #neighbours(post: KnownPost): number[] {
    const found = new Set(this.#sayingLike(post));
    for (const { posts } of post.contacts) {
      const other = firstOf(posts, post.id);
      if (other !== undefined) found.add(other);
    }
    return [...found];
  }

  /**
   * Posts, one each, of what its text ties it to: the same text, the text its group began with, and those by which the text came
   * into the group.
   */
  #sayingLike({ id, text }: KnownPost): number[] {
    if (text === undefined) return [];
    const [first] = this.#texts.groupOf(text);
    const others = [text, first, ...this.#texts.linksOf(text).map(({ to }) => to)];
    return others.flatMap((other) => firstOf(this.#texts.postsOf(other), id) ?? []);
  }

  /** Puts a new post into its group, and settles what that changes for common contacts. */
  #place(post: KnownPost): void {
    const { unrelatedMost } = this.#options;
    let due = false;
    const turnedCommon: KnownContact[] = [];
    for (const contact of post.contacts) {
      const level = levelOf(contact);
      contact.posts.add(post.id);
      this.#remember(contact.texts, post);
      if (!contact.common && contact.texts.size > unrelatedMost) turnedCommon.push(contact);
      due ||= contact.common && level !== levelOf(contact);
    }
    if (post.contacts.length === 0) this.#remember(this.#nobodys, post);
    for (const contact of turnedCommon) {
      contact.common = true;
      this.#common.add(contact);
    }
    const touched = this.#link(post);
    // What a contact held together alone while it was rare is one group still: it is made anew without it.
    for (const group of new Set(
      turnedCommon.flatMap(({ posts }) => [...posts].map((id) => this.#at(id).group)),
    ))
      this.#rebuild(group);
    due ||= turnedCommon.length > 0 || touched;
    if (due) settleCommon(this.#common, unrelatedMost);
  }

  /** Unites the post with all that text and rare contacts tie it to. True when common contacts must be settled anew. */
  #link(post: KnownPost): boolean {
    let due = false;
    for (const other of this.#sayingLike(post)) due = this.#unite(post, other) || due;
    for (const contact of post.contacts) {
      if (contact.common) continue;
      const { group } = post;
      due ||= !group.owned && group.common.size > 0;
      group.owned = true;
      const other = firstOf(contact.posts, post.id);
      if (other !== undefined) due = this.#unite(post, other) || due;
    }
    return this.#touch(post) || due;
  }

  /** Tells the post's common contacts of its group. True when they must be settled anew. */
  #touch({ group, contacts }: KnownPost): boolean {
    const fresh = contacts.filter((contact) => contact.common && !group.common.has(contact));
    if (fresh.length === 0) return false;
    const alone = group.common.size === 0;
    for (const contact of fresh) group.common.add(contact);
    const joining = fresh.filter(({ stopped }) => !stopped);
    const [only] = joining;
    // The usual case of a hub: a new group that carries it. Nothing but the hub's own count changes.
    const simple = alone && joining.length <= 1 && (only === undefined || only.groups.size > 0);
    if (simple && only !== undefined && group.owned) only.slack--;
    const due = !simple || (only !== undefined && only.slack < 0);
    if (!due && only !== undefined) joinCampaign(group, only);
    for (const contact of fresh) contact.groups.add(group);
    return due;
  }

  /** Makes the groups of two posts one. True when both had common contacts. */
  #unite(post: KnownPost, otherId: number): boolean {
    const other = this.#posts.get(otherId);
    if (other === undefined || other.group === post.group) return false;
    const a = post.group;
    const b = other.group;
    const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a];
    for (const id of small.members) {
      this.#at(id).group = large;
      large.members.push(id);
    }
    large.least = Math.min(large.least, small.least);
    const due =
      (large.common.size > 0 && small.common.size > 0) ||
      (large.common.size > 0 && !large.owned && small.owned) ||
      (small.common.size > 0 && !small.owned && large.owned);
    large.owned = large.owned || small.owned;
    for (const contact of small.common) {
      contact.groups.delete(small);
      contact.groups.add(large);
      large.common.add(contact);
    }
    this.#keepCampaign(large, small);
    return due;
  }

  /** A group that grows takes its place in the campaign along; where both have one, they are settled anew. */
  #keepCampaign(large: PostGroup, small: PostGroup): void {
    const { campaign } = small;
    if (campaign !== undefined && large.campaign === undefined) {
      campaign.groups[campaign.groups.indexOf(small)] = large;
      large.campaign = campaign;
    }
    if (large.campaign !== undefined)
      large.campaign.least = Math.min(large.campaign.least, large.least);
  }

  /** Takes a group apart and puts its posts together again by what ties them now. */
  #rebuild(group: PostGroup): void {
    for (const contact of group.common) contact.groups.delete(group);
    const posts = group.members.flatMap((id) => this.#posts.get(id) ?? []);
    for (const post of posts) post.group = groupOfOne(post.id);
    for (const post of posts) this.#link(post);
  }

  #makeRare(contact: KnownContact): void {
    contact.common = false;
    contact.stopped = false;
    this.#common.delete(contact);
    for (const group of contact.groups) {
      group.common.delete(contact);
      group.campaign = undefined;
    }
    contact.groups.clear();
  }

  /** Edges of a post to the least ids of what ties it, within the campaign. */
  #tellEdges(post: KnownPost, edges: EdgeList, campaign: number): void {
    const tell = (other: number | undefined, reason: EdgeReason) => {
      if (other !== undefined && other !== post.id && this.campaignOf(other) === campaign)
        edges.add(post.id, other, reason);
    };
    for (const { key, posts, stopped } of post.contacts)
      if (!stopped) tell(firstOf(posts, post.id), { kind: 'contact', contact: key });
    if (post.text === undefined) return;
    tell(firstOf(this.#texts.postsOf(post.text), post.id), { kind: 'template', likeness: 1 });
    for (const { to, likeness, template } of this.#texts.linksOf(post.text))
      tell(firstOf(this.#texts.postsOf(to), post.id), {
        kind: template ? 'template' : 'near_duplicate',
        likeness,
      });
  }

  /** The first of the same words, by somebody with a contact in common, or by nobody with any. */
  #repostOf({ saying, contacts, at, id }: KnownPost): number | undefined {
    if (saying === NO_WORDS) return undefined;
    const sayings =
      contacts.length === 0
        ? [this.#nobodys]
        : contacts.filter(({ stopped }) => !stopped).map(({ texts }) => texts);
    const earlier = sayings
      .flatMap((said) => this.#posts.get(said.get(saying)?.[0] ?? id) ?? [])
      .filter((other) => other.at < at || (other.at === at && other.id < id));
    return earlier.sort(byTime)[0]?.id;
  }

  #remember(said: Map<number, number[]>, post: KnownPost): void {
    const ids = said.get(post.saying);
    if (ids === undefined) said.set(post.saying, [post.id]);
    else if (byTime(post, this.#at(ids[0])) < 0) ids.unshift(post.id);
    else ids.push(post.id);
  }

  #forget(said: Map<number, number[]>, { saying, id }: KnownPost): void {
    const ids = said.get(saying)?.filter((other) => other !== id);
    if (ids === undefined) return;
    if (ids.length === 0) said.delete(saying);
    else
      said.set(
        saying,
        ids.sort((a, b) => byTime(this.#at(a), this.#at(b))),
      );
  }
}

const byTime = (a: KnownPost, b: KnownPost): number => a.at - b.at || a.id - b.id;

function firstOf(posts: ReadonlySet<number>, except: number): number | undefined {
  for (const id of posts) if (id !== except) return id;
  return undefined;
}
