import type { Engine } from '../../engine/engine.ts';
import { combine } from '../../engine/rules/combine.ts';
import type { Suspect } from '../../network/model.ts';

/**
 * What the rules alone say of every account they spoke about, from the best moment of each rule: rules
 * of one typology tell one story, different stories add up.
 */
export function suspectsOf(engine: Engine): Suspect[] {
  const { rules } = engine.ruleset;
  const score = combine(rules);
  const suspects: Suspect[] = [];
  for (const [account, evidence] of engine.evidence.byAccount) {
    const typologies: Record<string, number> = {};
    for (const e of evidence) {
      const rule = rules[e.rule];
      const points = rule.weight * e.strength;
      typologies[rule.typology] = Math.max(typologies[rule.typology] ?? 0, points);
    }
    const fired = {
      count: evidence.length,
      rules: evidence.map((e) => e.rule),
      strengths: evidence.map((e) => e.strength),
    };
    suspects.push({ account, score: Math.round(score(fired) * 100) / 100, typologies });
  }
  return suspects.sort((a, b) => b.score - a.score || a.account - b.account);
}
