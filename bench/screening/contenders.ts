import { CmpStr } from 'cmpstr';
import Fuse from 'fuse.js';
import { compareNames } from '../../src/screening/names/compare-names.ts';
import { NAME_THRESHOLD } from '../../src/screening/names/name-index.ts';
import type { NamedParty } from '../../src/screening/names/name-match.ts';

/** Something that says how alike two names are, 0..1. */
export interface Contender {
  readonly name: string;
  /** Fixed for us; the peers get the one that serves them best on the generated pairs. */
  readonly threshold?: number;
  score(asked: string, listed: string, party: NamedParty): number;
}

/** ICAO Doc 9303 for Russian letters, base letters for Kazakh ones: what whoever takes a library writes first. */
const ICAO: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ' +
    'ъ:ie ы:y ь: э:e ю:iu я:ia ә:a ғ:g қ:k ң:n ө:o ұ:u ү:u һ:h і:i'
  )
    .split(' ')
    .map((one) => one.split(':')),
);

/**
 * The form in which the peers get names, as favourable as an afternoon's work makes it: lower case, one alphabet, no marks,
 * words in alphabetical order.
 */
export function prepared(text: string): string {
  const latin = [...text.toLowerCase()].map((letter) => ICAO[letter] ?? letter).join('');
  const plain = latin.normalize('NFD').replace(/\p{M}/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ');
}

const jaroWinkler = CmpStr.create().setMetric('jaroWinkler');

/** Score of Jaro-Winkler (CmpStr), of prepared names. */
export const jaroWinklerScore = (asked: string, listed: string): number =>
  Number(jaroWinkler.compare(asked, listed));

/** Fuse by likeness wherever in the text it is; every name gets a score. */
const FUSE = { includeScore: true, ignoreLocation: true, threshold: 1, shouldSort: false } as const;
export const fuseOf = (listed: readonly string[]) => new Fuse(listed, FUSE);

function fuseScore(asked: string, listed: string): number {
  const [hit] = fuseOf([listed]).search(asked);
  return hit === undefined ? 0 : 1 - (hit.score ?? 1);
}

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'Qorgan',
    threshold: NAME_THRESHOLD,
    score: (asked, listed, party) =>
      compareNames({ text: asked, party }, { text: listed, party, entry: 1 }).score,
  },
  {
    name: 'Jaro-Winkler (CmpStr)',
    score: (asked, listed) => jaroWinklerScore(prepared(asked), prepared(listed)),
  },
  {
    name: 'fuse.js',
    score: (asked, listed) => fuseScore(prepared(asked), prepared(listed)),
  },
];
