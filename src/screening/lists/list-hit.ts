import type { KeyKind } from './exact-key.ts';
import type { ListKind } from './list-kind.ts';

/** The part of a list that its hits carry. */
export interface ListFacts {
  readonly listId: number;
  /** Whose list it is; null: everybody's. */
  readonly institutionId: number | null;
  readonly kind: ListKind;
}

/** A party meets an entry of a list by one identifier, or by a name of which a person said that it means that party. */
export interface ListHit extends ListFacts {
  readonly entryId: number;
  readonly via: KeyKind | 'name';
  /** Epoch ms; -Infinity and Infinity where the entry has no bounds. */
  readonly since: number;
  readonly until: number;
  /** In short, as the list says it. */
  readonly reason?: string;
  /** The bank pays back what it lets through to this party: payments law, art. 25-1(7). */
  readonly refundDuty: boolean;
}

/** In force at that moment: from `since` on, no more at `until`. */
export const isInForce = ({ since, until }: Pick<ListHit, 'since' | 'until'>, at: number) =>
  since <= at && at < until;

/** An institution sees its own lists and everybody's. */
export const isVisibleTo = (
  { institutionId: owner }: Pick<ListFacts, 'institutionId'>,
  institutionId: number,
) => owner === null || owner === institutionId;
