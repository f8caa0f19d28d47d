import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Matchable } from './matchable.ts';
import { type KnownAccountsMessage, writeMessage } from './message.ts';
import {
  ASKED_MOST,
  bucketOf,
  keyPrint,
  newRound,
  padded,
  type RandomBytes,
  tagOf,
} from './round.ts';

/** Who speaks, when, by which key. */
export interface Speaking {
  readonly from: string;
  /** Epoch ms. */
  readonly at: number;
  readonly key: Uint8Array;
  readonly random: RandomBytes;
}

export interface Said {
  readonly bytes: Uint8Array;
  readonly round: string;
  /** Tags shown, padding among them. */
  readonly size: number;
}

const body = ({ from, at, key }: Speaking, kind: 'question' | 'answer', round: string) =>
  ({
    format: 'qorgan/known-accounts',
    version: 1,
    kind,
    round,
    key: keyPrint(key),
    from,
    madeAt: new Date(at).toISOString(),
  }) as const;

/** "Do you know these?" without naming them. Errors: QRG_PACKAGE_KNOWN_EMPTY, QRG_PACKAGE_KNOWN_MANY. */
export function ask(asked: readonly Matchable[], speaking: Speaking): Result<Said> {
  const { key, random } = speaking;
  const round = newRound(random);
  const tags = [...new Set(asked.map((one) => tagOf(key, round, 'question', one)))];
  const size = bucketOf(tags.length);
  if (tags.length === 0) return fail('QRG_PACKAGE_KNOWN_EMPTY');
  if (size === undefined) return fail('QRG_PACKAGE_KNOWN_MANY', { most: ASKED_MOST });
  const told = { ...body(speaking, 'question', round), tags: padded(tags, size, random) };
  return ok({ bytes: writeMessage(told, key), round, size });
}

/**
 * Which of these ours are asked about. Work is one hash for each of `ours`, whoever asks.
 * @param ours every identifier that this house knows, or as many as it wants to be asked about
 */
export function askedAbout<T extends Matchable>(
  question: KnownAccountsMessage,
  key: Uint8Array,
  ours: Iterable<T>,
): T[] {
  const tags = new Set(question.tags);
  const found: T[] = [];
  for (const one of ours)
    if (tags.has(tagOf(key, question.round, 'question', one))) found.push(one);
  return found;
}

/**
 * The answer: tags of what is known, in a domain of their own, among as many random ones as the question has tags: who has no key
 * learns not even how many are known.
 */
export function answer(
  question: KnownAccountsMessage,
  known: readonly Matchable[],
  speaking: Speaking,
): Said {
  const { key, random } = speaking;
  const { round } = question;
  const size = question.tags.length;
  const tags = known.map((one) => tagOf(key, round, 'answer', one)).slice(0, size);
  const told = { ...body(speaking, 'answer', round), tags: padded(tags, size, random) };
  return { bytes: writeMessage(told, key), round, size };
}

/** Which of what we asked about is known to the other: nothing else can be read out of an answer. */
export function knownOf<T extends Matchable>(
  reply: KnownAccountsMessage,
  key: Uint8Array,
  asked: readonly T[],
): T[] {
  const tags = new Set(reply.tags);
  return asked.filter((one) => tags.has(tagOf(key, reply.round, 'answer', one)));
}
