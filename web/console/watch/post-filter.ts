import {
  POST_LABELS,
  POST_LANGUAGES,
  type PostLabel,
  type PostLanguage,
  STANCES,
  type Stance,
} from '../../../src/domain/post.ts';

/** What of the posts somebody wants to see; stands in the address, so that a link opens as it was sent. */
export interface PostFilter {
  /** Left out: those that no person has labelled. */
  readonly state?: 'reviewed' | 'all';
  /** Left out: likeliest first. */
  readonly order?: 'found';
  readonly label?: PostLabel;
  readonly stance?: Stance;
  readonly lang?: PostLanguage;
  readonly source?: number;
  readonly campaign?: number;
  /** Only those that name an account or customer. */
  readonly hits?: true;
  /** Only those that are there no more. */
  readonly gone?: true;
  /** Only those that citizens told of. */
  readonly reports?: true;
  readonly text?: string;
}

const STATES = ['reviewed', 'all'] as const;
/** As the service takes them. */
const TEXT_LEAST = 3;
const TEXT_MOST = 100;

const oneOf = <T extends string>(words: readonly T[], word: unknown): T | undefined =>
  words.find((one) => one === word);
const isOn = (value: unknown): boolean => value === true || value === 'true';
const serial = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};

/** The filter of an address; whatever it cannot mean is left out. */
export function parsePostFilter(search: Record<string, unknown>): PostFilter {
  const state = oneOf(STATES, search.state);
  const label = oneOf(POST_LABELS, search.label);
  const stance = oneOf(STANCES, search.stance);
  const lang = oneOf(POST_LANGUAGES, search.lang);
  const source = serial(search.source);
  const campaign = serial(search.campaign);
  const text = String(search.text ?? '').slice(0, TEXT_MOST);
  return {
    ...(state !== undefined && { state }),
    ...(search.order === 'found' && { order: 'found' as const }),
    ...(label !== undefined && { label }),
    ...(stance !== undefined && { stance }),
    ...(lang !== undefined && { lang }),
    ...(source !== undefined && { source }),
    ...(campaign !== undefined && { campaign }),
    ...(isOn(search.hits) && { hits: true as const }),
    ...(isOn(search.gone) && { gone: true as const }),
    ...(isOn(search.reports) && { reports: true as const }),
    ...(text.trim() !== '' && { text }),
  };
}

/** The same as the service asks it. */
export function postQuery(filter: PostFilter) {
  const { state, order, hits, gone, reports, text, ...rest } = filter;
  const words = text?.trim() ?? '';
  return {
    ...rest,
    ...(state !== 'all' && { state: state ?? ('unreviewed' as const) }),
    order: order ?? ('score' as const),
    ...(hits && { hits }),
    ...(gone && { gone }),
    ...(reports && { reports }),
    ...(words.length >= TEXT_LEAST && { text: words }),
  };
}

/** Same filter with another value of one of its parts; `undefined` takes it away. */
export function withPart(
  filter: PostFilter,
  part: { [K in keyof PostFilter]?: PostFilter[K] | undefined },
): PostFilter {
  return parsePostFilter({ ...filter, ...part });
}
