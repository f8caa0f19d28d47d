import type { z } from 'zod';
import type { Ask } from '../../../src/domain/post.ts';
import type { NewReport, REPORT_STORIES } from '../../../src/http/contract/report.ts';
import { takeCarried } from '../carried.ts';
import type { ShrunkPicture } from './shrink-picture.ts';

export type Story = (typeof REPORT_STORIES)[number];

/** What somebody is about to tell. In memory only: closing the page forgets it. */
export interface Draft {
  readonly story: Story | undefined;
  readonly text: string;
  readonly links: string;
  readonly phone: string;
  readonly handle: string;
  readonly card: string;
  readonly asks: readonly Ask[];
  readonly pictures: readonly ShrunkPicture[];
}

export const EMPTY: Draft = {
  ...{ story: undefined, text: '', links: '', phone: '', handle: '', card: '' },
  ...{ asks: [], pictures: [] },
};

/** Stays while the visitor looks at other pages of the portal. */
let kept: Draft = EMPTY;
export const keptDraft = (): Draft => kept;
export const keepDraft = (draft: Draft): void => {
  kept = draft;
};

/** As the service takes them. */
const LINKS_MOST = 10;
const LINK_MOST = 2_000;

export const linksOf = ({ links }: Draft): string[] =>
  links
    .split(/\s+/)
    .filter((link) => link !== '' && link.length <= LINK_MOST)
    .slice(0, LINKS_MOST);

export const isEmptyDraft = (draft: Draft): boolean =>
  [draft.text, draft.phone, draft.handle, draft.card].every((part) => part.trim() === '') &&
  linksOf(draft).length === 0;

/** What is sent of it. */
export function reportOf(draft: Draft & { readonly story: Story }): z.input<typeof NewReport> {
  const [text, phone, handle, card] = [draft.text, draft.phone, draft.handle, draft.card].map(
    (part) => part.trim(),
  );
  return {
    story: draft.story,
    links: linksOf(draft),
    asks: [...draft.asks],
    ...(text !== '' && { text }),
    ...(phone !== '' && { phone }),
    ...(handle !== '' && { handle }),
    ...(card !== '' && { card }),
  };
}

/** Letters of a story that the service takes. */
const TEXT_MOST = 5_000;

/** What the check of an offer hands over, in memory: taken once. */
export function takeHandedOver(): Pick<Draft, 'text'> | undefined {
  const text = takeCarried();
  return text === undefined ? undefined : { text: text.slice(0, TEXT_MOST) };
}
