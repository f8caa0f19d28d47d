import type { HandOvers } from './hand-over.ts';
import { handOverChance, handOverLines } from './hand-over-score.ts';
import type { Suspect } from './model.ts';

/** What rules say of an account that, looked back on, hands on nobody's money: many payers may be a small trade. */
const RULES_ALONE_PART = 0.5;
/** Stories that stand whatever the account did: the money itself is known. */
const KNOWN_MONEY = 'known-bad-money';

const TYPOLOGY_OF = { chain: 'chain', dealt: 'fan-out', passed: 'pass-through' } as const;

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
  if (!measured.channelsTold) return [...suspects];
  return suspects.map((suspect) => {
    const { account, score, typologies } = suspect;
    if (hubs.has(account)) return suspect;
    const chance = handOverChance(measured, account);
    const part =
      !sure || KNOWN_MONEY in typologies ? 1 : RULES_ALONE_PART + (1 - RULES_ALONE_PART) * chance;
    return {
      account,
      score: 100 - (100 - part * score) * (1 - chance),
      typologies: chance === 0 ? typologies : withHandOver(typologies, measured, account, chance),
    };
  });
}

/** The stories of the card's lines, as strong as their share of what it found. */
function withHandOver(
  typologies: Suspect['typologies'],
  measured: HandOvers,
  account: number,
  chance: number,
): Suspect['typologies'] {
  const lines = handOverLines(measured, account);
  const all = lines.chain + lines.dealt + lines.passed;
  const told: Record<string, number> = { ...typologies };
  for (const line of ['chain', 'dealt', 'passed'] as const) {
    const points = (100 * chance * lines[line]) / all;
    const typology = TYPOLOGY_OF[line];
    if (points > (told[typology] ?? 0)) told[typology] = points;
  }
  return told;
}
