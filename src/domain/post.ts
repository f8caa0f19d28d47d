/** What a post is. The first three are what Watch looks for. */
export const POST_LABELS = ['dropper', 'drug_courier', 'drug_ad', 'other_spam', 'legit'] as const;
export type PostLabel = (typeof POST_LABELS)[number];

/** Recruits people for crime, or sells drugs. */
export const isUnlawful = (label: PostLabel): boolean =>
  label === 'dropper' || label === 'drug_courier' || label === 'drug_ad';

/** What the writer does: the same words offer a card for rent, warn of it, tell news of it or ask about it. */
export const STANCES = ['offer', 'warning', 'news', 'question'] as const;
export type Stance = (typeof STANCES)[number];

/** `other`: a language that Watch does not read (Uzbek, Kyrgyz); `und`: too few words to tell. */
export const POST_LANGUAGES = ['ru', 'kk', 'en', 'other', 'und'] as const;
export type PostLanguage = (typeof POST_LANGUAGES)[number];

/** What a recruiter asks of a person: a dropper lends more than cards. */
export const ASKS = [
  'card',
  'account',
  'merchant', // sole trader, Kaspi Pay, company
  'kyc', // a selfie or video that opens an account
  'sim',
  'page', // an account of a social network
  'cash_courier',
  'crypto_operator',
  'drug_courier',
] as const;
export type Ask = (typeof ASKS)[number];

/** How a post presses its reader. Names of techniques, never a way to do the thing. */
export const TECHNIQUES = [
  'easy_money',
  'urgency',
  'secrecy',
  'no_experience',
  'safety_promise', // "legal", "no risk", "we pay the taxes"
  'authority', // speaks as a bank, the police, a well-known firm
  'young', // turns to students and minors
  'advance', // money before the work
  'private_chat', // away from where others see
  'social_proof',
] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** What a post carries that leads to somebody. */
export const CONTACT_KINDS = [
  'phone',
  'handle', // a Telegram name, written, linked or to be searched for
  'invite', // secret invitation to a Telegram group
  'bot',
  'profile', // another network: instagram.com/name, vk.com/name
  'card',
  'iban',
  'wallet',
  'link',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
