import type { Localized } from '../domain/language.ts';
import type { Technique } from '../domain/post.ts';

/** Everything that is taught, as data. Texts are written by hand in `data/lessons`; docs/reference/lessons.md says how. */

/** A trap is an offer that uses its reader; a genuine one looks like it and does not. */
export const LESSON_KINDS = ['trap', 'genuine'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

/** Where an offer meets a person: what is learned in one place carries over to another only weakly. */
export const CHANNELS = [
  'telegram',
  'instagram',
  'whatsapp',
  'classmate',
  'game_voice',
  'job_board',
  'sms',
  'qr',
  'phone',
  'street',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who speaks in a scene. `them` is the contact; `system` is the messenger or the phone itself. */
export const SPEAKERS = [
  'them',
  'you',
  'friend',
  'classmate',
  'mother',
  'father',
  'sister',
  'brother',
  'grandmother',
  'relative',
  'neighbour',
  'teacher',
  'coach',
  'employer',
  'colleague',
  'university',
  'shop',
  'bank',
  'victim',
  'stranger',
  'police',
  'system',
] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** What kind of step a choice is. It is never scored; the debrief may speak of it. */
export const MOVES = ['trust', 'check', 'doubt', 'refuse', 'tell', 'report'] as const;
export type Move = (typeof MOVES)[number];

/** How a play ended: the one thing that is scored. */
export const DECISIONS = ['took', 'declined'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface Bubble {
  readonly from: Speaker;
  readonly text: Localized;
  readonly technique?: Technique | undefined;
}

export interface Choice {
  /** What the player says or does. */
  readonly text: Localized;
  /** Id of a turn or of an ending. */
  readonly to: string;
  readonly move: Move;
  /** Stays when fewer choices are wanted. */
  readonly simple?: boolean | undefined;
}

export interface Turn {
  readonly id: string;
  readonly says: readonly Bubble[];
  readonly choices: readonly Choice[];
}

/** What comes later, in the order of time: the reward at once, its cost days after. */
export interface Aftermath {
  readonly after: Localized;
  readonly from: Speaker;
  readonly text: Localized;
}

export interface Ending {
  readonly id: string;
  readonly decision: Decision;
  readonly later: readonly Aftermath[];
  readonly lesson: Localized;
}

/** Words of the scene by which it could be told. */
export interface Tell {
  readonly quote: Localized;
  /** Null where the words are no pressure. */
  readonly technique: Technique | null;
  readonly why: Localized;
}

export interface Debrief {
  readonly tells: readonly Tell[];
  readonly genuine: Localized;
  readonly now: Localized;
}

/** An educator who has read it; null until one has. */
export interface Review {
  readonly by: string | null;
  /** ISO date. */
  readonly at: string | null;
}

/** One conversation to play, of 6 to 10 turns. */
export interface Scene {
  readonly id: string;
  readonly kind: LessonKind;
  readonly guise: string;
  readonly channel: Channel;
  readonly minutes: number;
  readonly title: Localized;
  readonly setting: Localized;
  readonly contact: { readonly name: Localized; readonly about: Localized };
  /** Id of the first turn. */
  readonly start: string;
  readonly turns: readonly Turn[];
  readonly endings: readonly Ending[];
  readonly debrief: Debrief;
  readonly review: Review;
}

export const FORM_NAMES = ['A', 'B', 'C'] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** One message to judge: trap or genuine. */
export interface BoosterItem {
  readonly id: string;
  readonly kind: LessonKind;
  readonly channel: Channel;
  readonly text: Localized;
  readonly why: Localized;
}

/** An item of a form; the items of one pair are alike in kind, channel and difficulty. */
export interface FormItem extends BoosterItem {
  readonly pair: string;
}

/** One of three parallel forms that measure and never teach: none of its items is met anywhere else. */
export interface Form {
  readonly form: FormName;
  readonly items: readonly FormItem[];
}

/** A line of pressure whose technique is to be named, with two wrong names beside the right one. */
export interface PressureLine {
  readonly id: string;
  readonly text: Localized;
  readonly technique: Technique;
  readonly wrong: readonly Technique[];
  readonly why: Localized;
}

export interface TechniqueWords {
  readonly name: Localized;
  /** What it is, in one sentence. */
  readonly what: Localized;
  /** What to say or do. */
  readonly answer: Localized;
}

export interface PlanStep {
  readonly minutes: number;
  readonly title: Localized;
  readonly says: Localized;
  readonly does: Localized;
}

export interface LessonPlan {
  readonly id: string;
  /** The sum of its steps. */
  readonly minutes: number;
  readonly title: Localized;
  readonly aim: Localized;
  readonly needs: readonly Localized[];
  readonly steps: readonly PlanStep[];
}

export interface ParentsLetter {
  readonly title: Localized;
  readonly paragraphs: readonly Localized[];
}

export interface Poster {
  readonly id: string;
  readonly headline: Localized;
  readonly lines: readonly Localized[];
  /** Where to turn. */
  readonly turn: Localized;
}

/** What a teacher prints. */
export interface LessonPlans {
  readonly plans: readonly LessonPlan[];
  readonly parents: ParentsLetter;
  readonly posters: readonly Poster[];
}

/** All that a portal needs to teach. */
export interface Lessons {
  readonly scenes: readonly Scene[];
  readonly forms: readonly Form[];
  readonly boosters: readonly BoosterItem[];
  readonly pressure: readonly PressureLine[];
  readonly techniques: Readonly<Record<Technique, TechniqueWords>>;
  readonly plans: LessonPlans;
}
