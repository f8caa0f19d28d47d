import { LANGUAGES, type Localized } from '../../domain/language.ts';
import { TECHNIQUES } from '../../domain/post.ts';
import type { FoundLessons } from '../found-lessons.ts';
import { type Channel, LESSON_KINDS, type LessonKind } from '../lesson.ts';
import { below, type Finding, finding, type Spot } from './finding.ts';

/** Scenes meet a player in so many places at least. */
const CHANNELS_LEAST = 6;
/** Items of a channel from which on it may not stand for one kind alone. */
const CHANNEL_TELLS_FROM = 3;
/** Lines of the mini game for each technique. */
const LINES_LEAST = 2;

interface Offer {
  readonly kind: LessonKind;
  readonly channel: Channel;
}

/** Whether traps and genuine offers are as many, nothing but the words tells them apart, and every technique is met. */
export const lintBalance = (found: FoundLessons): Finding[] => [
  ...kinds(found.scenes, { file: 'scenes', path: [] }),
  ...channelsOf(found),
  ...kinds(found.boosters, { file: 'boosters.yaml', path: ['items'] }),
  ...channelTells(found.boosters, { file: 'boosters.yaml', path: ['items'] }),
  ...lengthTells(found.boosters, { file: 'boosters.yaml', path: ['items'] }),
  ...ids(found.boosters, { file: 'boosters.yaml', path: ['items'] }),
  ...techniques(found),
  ...lines(found),
];

/** As many traps as genuine offers: who meets traps alone learns to distrust everybody. */
export function kinds(offers: readonly Offer[], spot: Spot): Finding[] {
  const [traps, genuine] = LESSON_KINDS.map(
    (kind) => offers.filter((offer) => offer.kind === kind).length,
  );
  return traps === genuine ? [] : [finding(spot, 'QRG_LESSON_BALANCE', { traps, genuine })];
}

/** A channel that is always a trap, or never, would be learned instead of the words. */
export function channelTells(offers: readonly Offer[], spot: Spot): Finding[] {
  const channels = [...new Set(offers.map(({ channel }) => channel))];
  return channels.flatMap((channel) => {
    const of = offers.filter((offer) => offer.channel === channel);
    const oneKind = new Set(of.map(({ kind }) => kind)).size === 1;
    return of.length >= CHANNEL_TELLS_FROM && oneKind
      ? [finding(spot, 'QRG_LESSON_CHANNEL_TELLS', { channel, kind: of[0].kind })]
      : [];
  });
}

/** Words of the traps and of the genuine offers may differ by so much on average before length is learned instead of content. */
const LENGTHS_APART = 1.25;

/** Texts that are longer on one side would be told apart by that alone. */
export function lengthTells(
  items: readonly { readonly kind: LessonKind; readonly text: Localized }[],
  spot: Spot,
): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const [traps, genuine] = LESSON_KINDS.map((kind) => {
      const of = items.filter((item) => item.kind === kind);
      const words = of.map(({ text }) => text[language].split(/\s+/u).length);
      return words.reduce((sum, count) => sum + count, 0) / of.length;
    });
    return Math.max(traps / genuine, genuine / traps) > LENGTHS_APART
      ? [
          finding(spot, 'QRG_LESSON_LENGTH_TELLS', {
            ...{ language, traps: traps.toFixed(1), genuine: genuine.toFixed(1) },
          }),
        ]
      : [];
  });
}

export const ids = (items: readonly { readonly id: string }[], spot: Spot): Finding[] =>
  items.flatMap(({ id }, i) =>
    items.findIndex((item) => item.id === id) < i
      ? [finding(below(spot, i, 'id'), 'QRG_LESSON_ID_TWICE', { id })]
      : [],
  );

function channelsOf({ scenes }: FoundLessons): Finding[] {
  const spot = { file: 'scenes', path: [] };
  const channels = new Set(scenes.map(({ channel }) => channel)).size;
  return [
    ...(channels < CHANNELS_LEAST
      ? [finding(spot, 'QRG_LESSON_CHANNELS', { channels, least: CHANNELS_LEAST })]
      : []),
    ...channelTells(scenes, spot),
  ];
}

function techniques({ scenes }: FoundLessons): Finding[] {
  const met = new Set(
    scenes
      .filter(({ kind }) => kind === 'trap')
      .flatMap(({ turns }) => turns.flatMap(({ says }) => says.map(({ technique }) => technique))),
  );
  return TECHNIQUES.filter((technique) => !met.has(technique)).map((technique) =>
    finding({ file: 'scenes', path: [] }, 'QRG_LESSON_TECHNIQUE_UNUSED', { technique }),
  );
}

function lines({ pressure }: FoundLessons): Finding[] {
  if (pressure.length === 0) return []; // told as a file that is missing
  const spot = { file: 'recruiters-eye.yaml', path: ['lines'] };
  return [
    ...ids(pressure, spot),
    ...pressure.flatMap(({ technique, wrong }, i) =>
      new Set([technique, ...wrong]).size === 1 + wrong.length
        ? []
        : [finding(below(spot, i, 'wrong'), 'QRG_LESSON_WRONG_NAMES', { technique })],
    ),
    ...TECHNIQUES.flatMap((technique) => {
      const count = pressure.filter((line) => line.technique === technique).length;
      const args = { technique, count, least: LINES_LEAST };
      return count < LINES_LEAST ? [finding(spot, 'QRG_LESSON_FEW_LINES', args)] : [];
    }),
  ];
}
