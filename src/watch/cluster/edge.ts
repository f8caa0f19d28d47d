/** A post as clusters see it: its contacts are opaque keys, so that no number is needed here. */
export interface ClusteredPost {
  readonly id: number;
  readonly at: number;
  /** Where it was posted: a source, a chat. */
  readonly place: string;
  /** Keys of contacts and of links, 'phone:3f…': equal when they are the same. */
  readonly contacts: readonly string[];
  /** Words of the post, normalised and with digits masked; '' when there is none. */
  readonly text: string;
}

export type EdgeReason =
  | { readonly kind: 'contact'; readonly contact: string }
  /** MinHash likeness of the masked texts, 0..1. */
  | { readonly kind: 'near_duplicate'; readonly likeness: number }
  /** The same text but for a city, a sum or a name. */
  | { readonly kind: 'template'; readonly likeness: number };

/** Why two posts are of one campaign. */
export interface ClusterEdge {
  readonly a: number;
  readonly b: number;
  readonly reasons: readonly EdgeReason[];
}

/** What adding a post did. */
export interface Joined {
  /** Campaign that the post is in now: the least id of its posts. */
  readonly campaign: number;
  /** Campaigns that the post made one; the post's own is not among them. */
  readonly merged: readonly number[];
  readonly edges: readonly ClusterEdge[];
  /** The same text by the same people, earlier: this is a re-post of it. */
  readonly repostOf: number | undefined;
}
