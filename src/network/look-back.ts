import type { HandOvers } from './hand-over.ts';
import { HAND_OVER_STORIES } from './hand-over-reasons.ts';
import { HAND_OVER_LINES, handOverChance, handOverPoints } from './hand-over-score.ts';
import type { Suspect } from './model.ts';

/** What rules say of an account that, looked back on, hands on nobody's money: many payers may be a small trade. */
const RULES_ALONE_PART = 0.5;
/** Stories that stand whatever the account did: the money itself is known. */
const KNOWN_MONEY = 'known-bad-money';

/**
 * Suspects weighed again with all that came after: the chance that the account hands on money joins what the rules
 * said as an independent reason. Where it is `sure` what is much money, what the rules said counts in full only as far
 * as that chance goes. Hubs and accounts of an input that tells no channels stay as they are.
 */
export function lookBack(
  suspects: readonly Suspect[],
  measured: HandOvers,
  hubs: ReadonlySet<number>,
  sure: boolean,
): Suspect[] {
  if (!measured.channelsTold) return suspects.map(withLearned);
  return suspects.map((suspect) => {
    const { account, score, typologies } = suspect;
    if (hubs.has(account)) return withLearned(suspect);
    const chance = handOverChance(measured, account);
    const part =
      !sure || KNOWN_MONEY in typologies ? 1 : RULES_ALONE_PART + (1 - RULES_ALONE_PART) * chance;
    return withLearned({
      ...suspect,
      score: 100 - (100 - part * score) * (1 - chance),
      typologies: chance === 0 ? typologies : withHandOver(typologies, measured, account),
    });
  });
}

/** What a model says joins the rest; it has looked back already and is not weighed again. */
function withLearned(suspect: Suspect): Suspect {
  const { learned = 0, score } = suspect;
  return learned === 0 ? suspect : { ...suspect, score: 100 - (100 - score) * (1 - learned) };
}

/** The stories of the look-back beside those of the rules. */
function withHandOver(
  typologies: Suspect['typologies'],
  measured: HandOvers,
  account: number,
): Suspect['typologies'] {
  const points = handOverPoints(measured, account);
  const told: Record<string, number> = { ...typologies };
  for (const line of HAND_OVER_LINES) {
    const { typology } = HAND_OVER_STORIES[line];
    if (points[line] > (told[typology] ?? 0)) told[typology] = points[line];
  }
  return told;
}
