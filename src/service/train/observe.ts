import { Engine, type EngineOptions } from '../../engine/engine.ts';
import { FEATURES } from '../../engine/features.ts';
import { isHub } from '../../engine/hubs.ts';
import { Mirror } from '../../engine/mirror.ts';
import { CodeBlock } from '../../learning/matrix.ts';
import { spanOf } from '../../learning/two-stage.ts';
import type { Labelled } from './labelled.ts';

/** Features of every transfer as it came, and the hubs that were known in the end. */
export function observeForwards(
  rows: Labelled,
  options: EngineOptions,
): { block: CodeBlock; hubs: number[] } {
  const engine = new Engine({ ...options, allFeatures: true });
  for (const [account, facts] of rows.accounts.facts) engine.learn(account, facts);
  const block = new CodeBlock(rows.count, FEATURES.length);
  for (let i = 0; i < rows.count; i++) {
    engine.step(
      rows.at[i],
      rows.payer[i],
      rows.payee[i],
      rows.amountMinor[i],
      rows.channel[i],
      rows.purpose[i],
      rows.device[i],
    );
    block.put(i, engine.features);
  }
  const { accounts } = engine.ledger;
  const hubs = Array.from({ length: accounts.size }, (_, a) => a).filter((a) => isHub(accounts, a));
  return { block, hubs };
}

/** Features of every transfer as seen from after it; each of `spans` spans of time knows nothing of what follows it. */
export function observeBackwards(
  rows: Labelled,
  options: EngineOptions,
  hubs: readonly number[],
  spans: number,
): CodeBlock {
  const block = new CodeBlock(rows.count, FEATURES.length);
  let mirror: Mirror | undefined;
  let span = -1;
  for (let i = rows.count - 1; i >= 0; i--) {
    const here = spanOf(rows.at, i, spans);
    if (mirror === undefined || here !== span) {
      mirror = new Mirror(options, rows.accounts.facts);
      for (const hub of hubs) mirror.hub(hub);
      span = here;
    }
    const features = mirror.look(
      rows.at[i],
      rows.payer[i],
      rows.payee[i],
      rows.amountMinor[i],
      rows.channel[i],
      rows.purpose[i],
    );
    block.put(i, features);
  }
  return block;
}
