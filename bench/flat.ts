// Does a transfer cost the same after 1 and after 20 million? usage: node bench/flat.ts [--short]
// One town lives on, day after day; only the fold is timed, not the making of the days.

import { createVerdictBatch, Engine } from '../src/engine/engine.ts';
import type { Ruleset } from '../src/engine/rules/ruleset.ts';
import { loadRuleset } from '../src/service/ruleset.ts';
import { demand, fixed, median, SHORT, timed, title } from './measure.ts';
import { BATCH_ROWS, batchesOf, type Town, town } from './town.ts';

/** About a million transfers in 45 days: from there on the tables of the accounts have settled. */
const PEOPLE = 9_000;
const MILLIONS = SHORT ? 3 : 20;
const A_DAY = 2.3;
const DAYS = Math.ceil((MILLIONS * 1e6) / (PEOPLE * A_DAY)) + 10;
const LIMIT = 1.15;

const ruleset = await loadRuleset();
title(`flat: a town of ${PEOPLE} people, ${MILLIONS} million transfers, cost of each million`);
warmUp(ruleset);
const perMillion = await costs(ruleset, town(PEOPLE, DAYS));
perMillion.forEach((ns, m) => {
  console.log(`  million ${String(m + 1).padStart(2)}: ${fixed(ns)} ns of CPU a transfer`);
});
// Thirds, not single millions: one slow second of the machine is not a slope.
const part = Math.max(1, Math.floor((perMillion.length - 1) / 3));
const early = median(perMillion.slice(1, 1 + part));
const late = median(perMillion.slice(-part));
demand('last third / first third after the first million', late / early, 'at most', LIMIT);

async function costs(rules: Ruleset, place: Town): Promise<number[]> {
  const engine = engineOf(rules);
  const out = createVerdictBatch(BATCH_ROWS);
  const nsEach: number[] = [];
  let rows = 0;
  let cpuMs = 0;
  for (const batch of batchesOf(place)) {
    const run = await timed(() => engine.fold(batch, out));
    rows += batch.count;
    cpuMs += run.cpuMs;
    if (rows < 1e6) continue;
    nsEach.push((cpuMs * 1e6) / rows);
    rows = 0;
    cpuMs = 0;
    if (nsEach.length === MILLIONS) break;
  }
  return nsEach;
}

/** Lets the compiler finish before anything is timed. */
function warmUp(rules: Ruleset): void {
  const engine = engineOf(rules);
  const out = createVerdictBatch(BATCH_ROWS);
  for (const batch of batchesOf(town(1_000, 60))) engine.fold(batch, out);
}

function engineOf(rules: Ruleset): Engine {
  return new Engine({
    ruleset: rules,
    clock: 'exact',
    currency: 'KZT',
    thresholdsMinor: rules.thresholdsMinor,
  });
}
