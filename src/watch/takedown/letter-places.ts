/** Places of a letter that are filled when it is drafted, when the page is sealed, and when it is sent. */
export const DRAFT_PLACES = [
  'addressee',
  'url',
  'found_utc',
  'found_local',
  'label',
  'asks',
  'techniques',
  'contacts',
  'campaign',
  'previous',
  'ground',
  'substance',
] as const;
export const SEAL_PLACES = ['sha256', 'captured_utc', 'captured_local', 'timestamp'] as const;
export const SEND_PLACES = ['sender', 'number', 'date'] as const;

/** Places of a withdrawal. */
export const WITHDRAWAL_PLACES = ['number', 'date', 'url', 'why', 'sender'] as const;

export type LetterPlace =
  | (typeof DRAFT_PLACES)[number]
  | (typeof SEAL_PLACES)[number]
  | (typeof SEND_PLACES)[number]
  | (typeof WITHDRAWAL_PLACES)[number];

export type Filling = Readonly<Partial<Record<LetterPlace, string>>>;

const PLACE = /\{([a-z][a-z0-9_]*)\}/g;
const ONLY_A_PLACE = /^\s*\{([a-z][a-z0-9_]*)\}\s*$/;

/** Names of places in a text, each once, in order. */
export const placesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name]) => name)),
];

/**
 * Fills what is known and leaves the rest for later. A line that holds nothing but an empty place is left out. Values are taken
 * as they are and never filled themselves: see `plainValue`.
 */
export function fillPlaces(text: string, filling: Filling): string {
  return text
    .split('\n')
    .filter((line) => {
      const only = ONLY_A_PLACE.exec(line)?.[1];
      return only === undefined || filledWith(filling, only) !== '';
    })
    .map((line) => line.replace(PLACE, (whole, name: string) => filledWith(filling, name) ?? whole))
    .join('\n');
}

const filledWith = (filling: Filling, name: string): string | undefined =>
  Object.hasOwn(filling, name) ? filling[name as LetterPlace] : undefined;

/** Text from outside, made one line that holds no place: an address of a page is its writer's to choose. */
export const plainValue = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('{', '%7B')
    .replaceAll('}', '%7D')
    .trim();
