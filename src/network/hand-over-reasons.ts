import { formatCount, formatMoney, formatShare, type Wording } from '../domain/format.ts';
import { LANGUAGES, type Localized } from '../domain/language.ts';
import type { HandOvers } from './hand-over.ts';
import { HAND_OVER_LINES, type HandOverLine, handOverPoints } from './hand-over-score.ts';

/** One reason of the look-back, in words with its numbers. */
export interface HandOverReason {
  readonly id: string;
  readonly typology: string;
  /** 0..100: its share of the chance that the account hands on money for others. */
  readonly points: number;
  readonly text: Localized;
}

/** The lines of the look-back that speak against an account. */
export const HAND_OVER_STORIES: Readonly<
  Record<HandOverLine, { id: string; typology: string; title: Localized }>
> = {
  chain: {
    id: 'look-back-chain',
    typology: 'chain',
    title: {
      ru: 'Звено цепочки быстрых передач',
      kk: 'Жылдам аударымдар тізбегінің буыны',
      en: 'A link of a chain of quick hands',
    },
  },
  dealt: {
    id: 'look-back-dealt-out',
    typology: 'fan-out',
    title: {
      ru: 'Раздаёт деньги тем, кто сразу передаёт их дальше',
      kk: 'Ақшаны әрі қарай бірден өткізетіндерге таратады',
      en: 'Deals out to those who pass it on',
    },
  },
  passed: {
    id: 'look-back-passed-on',
    typology: 'pass-through',
    title: {
      ru: 'Передаёт дальше то, что получил',
      kk: 'Алғанын әрі қарай өткізеді',
      en: 'Passes on what it gets',
    },
  },
};

/** Fewer points than this are no reason. */
export const POINTS_MIN = 1;

/** Why the look-back suspects an account, strongest first; empty where it does not. */
export function handOverReasons(
  h: HandOvers,
  account: number,
  { currency }: Wording,
): HandOverReason[] {
  const all = handOverPoints(h, account);
  const strong = HAND_OVER_LINES.filter((line) => all[line] >= POINTS_MIN);
  if (strong.length === 0) return [];
  const share = h.passedMinor[account] / Math.max(1, h.inMinor[account]);
  const texts = LANGUAGES.map((language) => {
    const money = (minor: number): string => formatMoney(Math.round(minor), currency, language);
    const people = formatCount(h.counterparties[account], 'counterparties', language);
    return TELL[language]({
      chain: money(h.chainMinor[account]),
      dealt: money(h.dealtMinor[account]),
      passed: money(h.passedMinor[account]),
      share: formatShare(share, language),
      people,
    });
  });
  return strong
    .map((line): HandOverReason => {
      const [ru, kk, en] = texts.map((text) => text[line]);
      const { id, typology } = HAND_OVER_STORIES[line];
      return { id, typology, points: all[line], text: { ru, kk, en } };
    })
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
}

/** Numbers in words of one language. */
interface Told {
  chain: string;
  dealt: string;
  passed: string;
  share: string;
  people: string;
}

const TELL: Readonly<Record<'ru' | 'kk' | 'en', (told: Told) => Record<HandOverLine, string>>> = {
  ru: ({ chain, dealt, passed, share, people }) => ({
    chain: `${chain} прошло через счёт по цепочке: деньги только что пришли к плательщику, и получатель передал их дальше в течение трёх суток. Всего за это время у счёта ${people}.`,
    dealt: `Раздал нескольким счетам деньги, которые те передали дальше в течение трёх суток: ${dealt}, не считая самого крупного получателя.`,
    passed: `В течение трёх суток передал дальше, снял или вывел ${passed} чужих денег — ${share} всего, что получил.`,
  }),
  kk: ({ chain, dealt, passed, share, people }) => ({
    chain: `Шот арқылы тізбекпен ${chain} өтті: ақша төлеушіге жаңа ғана түскен, ал алушы оны үш тәулікте әрі қарай өткізген. Осы уақытта шотта барлығы ${people} болды.`,
    dealt: `Бірнеше шотқа ақша таратты, олар оны үш тәулікте әрі қарай өткізді: ең ірі алушыны қоспағанда ${dealt}.`,
    passed: `Өзгелердің ${passed} ақшасын үш тәулік ішінде әрі қарай аударды, шешіп алды не шығарды — бұл алғанының ${share} бөлігі.`,
  }),
  en: ({ chain, dealt, passed, share, people }) => ({
    chain: `${chain} went through the account as part of a chain: it had just come to its payer, and its payee passed it on within three days. The account dealt with ${people} in all.`,
    dealt: `Dealt out money to several accounts that passed it on within three days: ${dealt}, the largest payee left out.`,
    passed: `Passed on, took out or sent away ${passed} of other people's money within three days: ${share} of all it got.`,
  }),
};
