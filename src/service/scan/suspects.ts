import type { Engine } from '../../engine/engine.ts';
import { U } from '../../engine/layout.ts';
import { combineHabits } from '../../engine/rules/combine.ts';
import type { Suspect } from '../../network/model.ts';

/**
 * What the rules alone say of every account they spoke about, from the best moment of each rule and how
 * often it fired: rules of one typology tell one story, different stories add up.
 */
export function suspectsOf(engine: Engine): Suspect[] {
  const { rules } = engine.ruleset;
  const { accounts } = engine.ledger;
  const score = combineHabits(rules);
  const suspects: Suspect[] = [];
  for (const [account, evidence] of engine.evidence.byAccount) {
    const typologies: Record<string, number> = {};
    for (const e of evidence) {
      const rule = rules[e.rule];
      const points = rule.weight * e.strength;
      typologies[rule.typology] = Math.max(typologies[rule.typology] ?? 0, points);
    }
    const payments = accounts.u32(account, U.inCount) + accounts.u32(account, U.outCount);
    suspects.push({ account, score: hundredths(score(evidence, payments)), typologies });
  }
  return suspects.sort((a, b) => b.score - a.score || a.account - b.account);
}

const hundredths = (score: number): number => Math.round(score * 100) / 100;
