import type { Span } from '../../domain/card.ts';
import type { Ask, PostLabel, PostLanguage, Stance, Technique } from '../../domain/post.ts';

/** One reason for what is thought of a post, and the words that show it. */
export interface ReadReason {
  /** Id of a rule of the lexicon, or `model` for the words that weighed most with the model. */
  readonly rule: string;
  /** What it adds to the logit of the label; below 0 speaks against it. */
  readonly weight: number;
  /** Places in the text as it came (UTF-16), never in the normalised one. */
  readonly spans: readonly Span[];
}

/** What is thought of a post. A suggestion for a person: nothing happens to anybody by it. */
export interface PostReading {
  readonly label: PostLabel;
  /** 0..1: how likely the post recruits or sells drugs, whatever the label; from 0.5 on it is taken to. */
  readonly score: number;
  readonly stance: Stance;
  readonly lang: PostLanguage;
  readonly asks: readonly Ask[];
  readonly techniques: readonly Technique[];
  /** The strongest first. */
  readonly reasons: readonly ReadReason[];
}
