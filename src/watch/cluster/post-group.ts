/** A contact, and who carries it. */
export interface KnownContact {
  readonly key: string;
  readonly posts: Set<number>;
  /** Ids of posts by what they say, word for word but for numbers and contacts; the earliest post first. */
  readonly texts: Map<number, number[]>;
  /** Carried by so many different texts that it may be a crowd's and no recruiter's. */
  common: boolean;
  /** Joins nothing: it would tie too many together that have contacts of their own. */
  stopped: boolean;
  /** Groups with a common contact among them; kept for common contacts only. */
  readonly groups: Set<PostGroup>;
  /** How many more groups of their own it may tie before it must be looked at again. */
  slack: number;
}

/** What a post without words says. */
export const NO_WORDS = -1;

/** A post as the index keeps it: the text itself is not. */
export interface KnownPost {
  readonly id: number;
  readonly at: number;
  readonly place: string;
  readonly contacts: readonly KnownContact[];
  /** Number of its text; undefined where it is too short to join. */
  readonly text: number | undefined;
  /** Of the masked text, however short; NO_WORDS when it is empty. */
  readonly saying: number;
  group: PostGroup;
}

/** Posts that their texts and rare contacts hold together. */
export interface PostGroup {
  readonly members: number[];
  /** Least id among them. */
  least: number;
  /** Stands on a contact of its own. */
  owned: boolean;
  readonly common: Set<KnownContact>;
  /** Which groups common contacts make one campaign; undefined: it is one by itself. */
  campaign: Campaign | undefined;
}

export interface Campaign {
  readonly groups: PostGroup[];
  least: number;
  owned: boolean;
}

export const groupOfOne = (id: number): PostGroup => ({
  members: [id],
  least: id,
  owned: false,
  common: new Set(),
  campaign: undefined,
});

export const leastOf = (group: PostGroup): number => group.campaign?.least ?? group.least;
