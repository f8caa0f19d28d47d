import type { Language, Localized } from '../../domain/language.ts';
import type { Ask, ContactKind, PostLabel, Technique } from '../../domain/post.ts';

/** Posts of which removal may be asked for. */
export type UnlawfulLabel = Extract<PostLabel, 'dropper' | 'drug_courier' | 'drug_ad'>;

/** What an entry of law says of itself; as in the other files of law. */
export interface FoundedEntry {
  readonly id: string;
  /** Id of the act in acts.yaml. */
  readonly act: string;
  readonly article: string;
  readonly source: string;
  readonly mark: 'P' | 'B' | 'D' | 'house';
  readonly verified: 'no' | { readonly by: string; readonly on: string };
  readonly text: Localized;
}

export interface TakedownTerm extends FoundedEntry {
  readonly value: number;
  readonly unit: 'hours' | 'calendar_days';
  readonly title: Localized;
}

export interface TakedownGround extends FoundedEntry {
  readonly labels: readonly UnlawfulLabel[];
}

export interface LetterTemplate {
  readonly subject: string;
  /** Blocks are put in already. */
  readonly body: string;
}

/** A way to ask for removal. */
export interface TakedownChannel {
  readonly id: string;
  readonly to: 'platform' | 'host' | 'body';
  /** Who finds the account by its contacts gets them in full. */
  readonly contacts: 'full' | 'masked';
  /** The sealed package goes with the letter. */
  readonly package: boolean;
  /** Ids, the fitting ones first. */
  readonly grounds: readonly string[];
  readonly terms: readonly string[];
  /** Of `terms`: how long an answer may take. */
  readonly answer: string;
  readonly title: Localized;
  readonly addressees: readonly Localized[];
  readonly asks: Localized;
  readonly decides: Localized;
  readonly template: Readonly<Record<Language, LetterTemplate>>;
}

/** A platform, by the end of its domains. */
export interface TakedownHost {
  readonly id: string;
  readonly title: string;
  readonly domains: readonly string[];
  readonly channels: readonly string[];
}

type Worded<K extends string> = Readonly<Record<K, Localized>>;

export interface LetterWords {
  readonly label: Worded<UnlawfulLabel>;
  readonly asks: Worded<Ask | 'intro'>;
  readonly techniques: Worded<Technique | 'intro'>;
  readonly contacts: Worded<ContactKind | 'intro' | 'more'>;
  readonly campaign: Localized;
  readonly previous: Localized;
  readonly timestamped: Localized;
  readonly untimestamped: Localized;
}

export const LETTER_NOTES = [
  'sends',
  'unverified',
  'house',
  'package',
  'no_package',
  'contacts_full',
  'not_sealed',
  'untimestamped',
] as const;
export type LetterNote = (typeof LETTER_NOTES)[number];

/** Ways to ask for removal in one country, as data; read and checked by src/service/law. */
export interface TakedownBook {
  readonly country: string;
  /** Hours after the request, ascending. */
  readonly recheckHours: readonly number[];
  readonly repostDays: number;
  readonly hosts: readonly TakedownHost[];
  readonly elsewhere: {
    readonly channels: readonly string[];
    readonly title: Localized;
    readonly addressee: Localized;
  };
  readonly terms: ReadonlyMap<string, TakedownTerm>;
  readonly grounds: ReadonlyMap<string, TakedownGround>;
  readonly substance: readonly TakedownGround[];
  readonly channels: ReadonlyMap<string, TakedownChannel>;
  readonly withdrawal: Readonly<Record<Language, LetterTemplate>>;
  readonly why: Worded<'reversed' | 'withdrawn'>;
  readonly words: LetterWords;
  readonly notes: Worded<LetterNote>;
  readonly accusing: Readonly<Record<Language, readonly string[]>>;
  /** Acts that entries name: what they are called, and which edition was read. */
  readonly acts: ReadonlyMap<
    string,
    { readonly name: Localized; readonly edition: string; readonly house: boolean }
  >;
}
