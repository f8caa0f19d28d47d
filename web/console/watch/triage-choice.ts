import {
  ASKS,
  type Ask,
  POST_LABELS,
  type PostLabel,
  type Stance,
} from '../../../src/domain/post.ts';
import type { Post } from '../api.ts';

/** What a person is about to say of a post. A label is theirs to choose: none is filled in for them. */
export interface Choice {
  readonly label: PostLabel | null;
  readonly stance: Stance;
  readonly asks: readonly Ask[];
  readonly note: string;
}

/** Keys of labels and stances, in their order. */
export const LABEL_KEYS = POST_LABELS.map((label, i) => [String(i + 1), label] as const);
export const STANCE_KEYS = [
  ['o', 'offer'],
  ['w', 'warning'],
  ['n', 'news'],
  ['q', 'question'],
] as const satisfies readonly (readonly [string, Stance])[];

/** What a person said before stands as they said it; else stance and asks as the words look, and no label. */
export const choiceOf = ({
  said,
  stance,
  asks,
}: Pick<Post, 'said' | 'stance' | 'asks'>): Choice => ({
  label: said?.label ?? null,
  stance: said?.stance ?? stance,
  asks,
  note: '',
});

export const withAsk = (choice: Choice, ask: Ask): Choice => ({
  ...choice,
  asks: choice.asks.includes(ask)
    ? choice.asks.filter((one) => one !== ask)
    : ASKS.filter((one) => one === ask || choice.asks.includes(one)),
});

/** As the service takes it; null while nobody has said what it is. */
export function reviewOf({ label, stance, asks, note }: Choice) {
  if (label === null) return null;
  const words = note.trim();
  return { label, stance, asks: [...asks], ...(words !== '' && { note: words }) };
}

/** The post as it stands once that is saved. */
export const withReview = (post: Post, choice: Choice, at: number): Post =>
  choice.label === null
    ? post
    : {
        ...post,
        label: choice.label,
        stance: choice.stance,
        asks: [...choice.asks],
        said: { label: choice.label, stance: choice.stance, at },
      };
