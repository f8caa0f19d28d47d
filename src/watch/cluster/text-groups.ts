import { BandTable } from './band-table.ts';
import { likenessOf, signatureOf, textKey } from './signature.ts';
import { isTemplate, wordHashes } from './template.ts';

/** Two texts that made two groups of texts one. */
export interface TextLink {
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
  readonly template: boolean;
}

interface KnownText {
  readonly values: Uint32Array;
  readonly words: Uint32Array;
  /** Posts that say exactly this. */
  readonly posts: Set<number>;
  group: TextGroup;
  links: TextLink[];
  /** The comparison that met it last: it may share more bands than one. */
  comparedAt: number;
}

interface TextGroup {
  members: number[];
}

/** So many texts of one band are compared at most; a crowd of texts that only share a band must not stop the watch. */
const COMPARED_MOST = 4_096;

/**
 * Texts in groups of near-duplicates. Only texts that some post says now hold a group together: when the last post of a text is
 * gone, what it joined falls apart.
 */
export class TextGroups {
  readonly #likeness: number;
  readonly #shingles: number;
  readonly #bands = new BandTable();
  readonly #texts: KnownText[] = [];
  /** How many texts were compared with others so far. */
  #joins = 0;
  readonly #byKey = new Map<number, number>();

  constructor(limits: { readonly likeness: number; readonly shingles: number }) {
    this.#likeness = limits.likeness;
    this.#shingles = limits.shingles;
  }

  /**
   * Puts a post to its text. Undefined when the text is too short to join anybody.
   *
   */
  add(post: number, text: string): number | undefined {
    const number = this.#numberOf(text);
    if (number === undefined) return undefined;
    const known = this.#texts[number];
    known.posts.add(post);
    if (known.posts.size === 1) this.#join(number);
    return number;
  }

  /**
   * Takes a post from its text. What the text held together is looked at again: parts that other links still hold are compared
   * only until they have found each other, so that one text of a crowd costs no more than a few comparisons.
   */
  remove(post: number, text: number): void {
    const known = this.#texts[text];
    known.posts.delete(post);
    if (known.posts.size > 0) return;
    const { members } = known.group;
    const left = members.filter((member) => member !== text);
    for (const member of members) {
      const one = this.#texts[member];
      one.group = { members: [member] };
      one.links = member === text ? [] : one.links.filter(({ to }) => to !== text);
    }
    for (const member of left) {
      const one = this.#texts[member];
      for (const { to } of one.links) this.#uniteTexts(one, this.#texts[to]);
    }
    this.#joinParts(left);
  }

  /** Parts of what was one group: the largest waits for the others to find it. */
  #joinParts(left: readonly number[]): void {
    const parts = [...new Set(left.map((member) => this.#texts[member].group))]
      .map(({ members }) => [...members])
      .sort((a, b) => b.length - a.length);
    for (const member of parts.slice(1).flat()) {
      if (this.#texts[member].group.members.length === left.length) return;
      this.#join(member);
    }
  }

  /** Posts that say exactly this, in the order they came. */
  postsOf(text: number): ReadonlySet<number> {
    return this.#texts[text].posts;
  }

  /** Texts of the group, this one among them; all are said by some post. */
  groupOf(text: number): readonly number[] {
    return this.#texts[text].group.members;
  }

  /** Why the text joined its group when it came. */
  linksOf(text: number): readonly TextLink[] {
    return this.#texts[text].links;
  }

  #numberOf(text: string): number | undefined {
    const key = textKey(text);
    const before = this.#byKey.get(key);
    if (before !== undefined) return before;
    const { values, shingles } = signatureOf(text);
    if (shingles < this.#shingles) return undefined;
    const number = this.#texts.length;
    this.#byKey.set(key, number);
    this.#bands.add(values);
    this.#texts.push({
      values,
      words: wordHashes(text),
      posts: new Set(),
      group: { members: [number] },
      links: [],
      comparedAt: 0,
    });
    return number;
  }

  /** Unites the text with all that are near it. */
  #join(number: number): void {
    const text = this.#texts[number];
    const at = ++this.#joins;
    let compared = 0;
    this.#bands.visitSharing(text.values, (other) => {
      const near = this.#texts[other];
      if (near.comparedAt === at || near.group === text.group || near.posts.size === 0) return true;
      near.comparedAt = at;
      const likeness = likenessOf(text.values, near.values, this.#likeness);
      if (likeness >= this.#likeness) {
        const template = isTemplate(text.words, near.words);
        text.links.push({ from: number, to: other, likeness, template });
        this.#uniteTexts(text, near);
      }
      return ++compared < COMPARED_MOST;
    });
  }

  #uniteTexts({ group: a }: KnownText, { group: b }: KnownText): void {
    if (a === b) return;
    const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a];
    for (const member of small.members) {
      this.#texts[member].group = large;
      large.members.push(member);
    }
  }
}
