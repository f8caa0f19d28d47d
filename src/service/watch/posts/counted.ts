import { sql } from 'kysely';
import { isUnlawful, type PostLabel, type Stance } from '../../../domain/post.ts';
import type { SourceKind } from '../../../store/tables/watch.ts';

/** What the machine and people say of a post. */
export interface Spoken {
  readonly label: PostLabel;
  readonly stance: Stance;
  readonly said_label: PostLabel | null;
  readonly said_stance: Stance | null;
}

/** A person's word counts before the machine's. */
export const labelOf = ({ label, said_label }: Spoken): PostLabel => said_label ?? label;
export const stanceOf = ({ stance, said_stance }: Spoken): Stance => said_stance ?? stance;

/**
 * An unlawful offer, as far as is known: it joins campaigns, and accounts that it names are marked. What citizens told counts
 * once a person has labelled it.
 */
export const isCounted = (post: Spoken, kind: SourceKind): boolean =>
  isUnlawful(labelOf(post)) &&
  stanceOf(post) === 'offer' &&
  (kind !== 'reports' || post.said_label !== null);

/** Over `p` (posts): a person's label, else the machine's. */
export const LABEL = sql<PostLabel>`coalesce(p.said_label, p.label)`;
export const STANCE = sql<Stance>`coalesce(p.said_stance, p.stance)`;

export const UNLAWFUL = sql<boolean>`coalesce(p.said_label, p.label) IN ('dropper', 'drug_courier', 'drug_ad')`;

/** Over `p` (posts) and `s` (watch_sources): the same as `isCounted`. */
export const COUNTED = sql<boolean>`(${UNLAWFUL} AND ${STANCE} = 'offer' AND (s.kind <> 'reports' OR p.said_label IS NOT NULL))`;
