// Names of a list of a million searched, beside a Jaro-Winkler scan and fuse.js at the same size; what it costs in memory;
// recall and precision of the three on generated pairs and on published spellings of historical figures.
// usage: node --expose-gc bench/screen.ts [--short]

import { createRandom } from '../src/domain/random.ts';
import { fakePerson } from '../src/screening/names/fake-people.fixture.ts';
import { NameIndex } from '../src/screening/names/name-index.ts';
import type { NameListed } from '../src/screening/names/name-match.ts';
import { registeredName, variantsOf } from '../src/screening/names/name-variants.fixture.ts';
import { demand, machine, median, SHORT, timed, title } from './measure.ts';
import { CONTENDERS, fuseOf, jaroWinklerScore, prepared } from './screening/contenders.ts';
import { bestThreshold, type Figures, figuresAt, scoresOf } from './screening/judge.ts';
import { generatedPairs, historicalPairs, type NamePair } from './screening/pairs.ts';

const NAMES = SHORT ? 30_000 : 1_000_000;
const SEARCHES = SHORT ? 500 : 2_000;
const PEER_SEARCHES = 3;
const PAIRED_PEOPLE = SHORT ? 40 : 400;
/** Of the generated pairs with which thresholds of the peers are chosen, and of those that judge. */
const SEEDS = { chosen: 100, judged: 200 };
const MEDIAN_MOST_MS = 5;
const MB = 1024 * 1024;

console.log(machine());
const random = createRandom(5);
const people = Array.from({ length: NAMES }, () => fakePerson(random));
const listed = people.map(
  (person, entry): NameListed => ({ entry, text: registeredName(person), party: 'person' }),
);
const searched = await measureIndex();
await measurePeers(searched);
measureQuality();

async function measureIndex(): Promise<string[]> {
  title(`${NAMES} names of a list in an index`);
  const before = usedBytes();
  let index = NameIndex.build([]);
  const build = await timed(() => {
    index = NameIndex.build(listed);
  });
  const bytes = usedBytes() - before;
  console.log(
    `  built in ${(build.cpuMs / 1000).toFixed(1)} s of CPU, ${(build.wallMs / 1000).toFixed(1)} s by the clock`,
  );
  console.log(
    `  memory beside the list itself: ${(bytes / MB).toFixed(0)} MB, ${(bytes / NAMES).toFixed(0)} bytes a name`,
  );
  const asked = Array.from({ length: SEARCHES }, () => {
    const entry = random.int(0, NAMES - 1);
    return { entry, ...random.pick(variantsOf(people[entry], random)) };
  });
  const [known, missed] = search(index, asked);
  report('variants of listed names', known);
  const strangers = Array.from({ length: SEARCHES }, () => ({
    entry: -1,
    text: registeredName(fakePerson(random)),
  }));
  const [unknown, , hits] = search(index, strangers);
  report('names of strangers', unknown);
  console.log(
    `  strangers: ${(hits / SEARCHES).toFixed(1)} hits a search, ${((hits / SEARCHES / NAMES) * 1e6).toFixed(2)} of a million pairs`,
  );
  demand('median of a search, ms of CPU', median(known), 'at most', MEDIAN_MOST_MS);
  demand('listed names that were not found', missed, 'at most', 0);
  return asked.slice(0, PEER_SEARCHES).map(({ text }) => text);
}

/** CPU ms of each search, how many did not find their entry, and hits in all. */
function search(
  index: NameIndex,
  asked: readonly { entry: number; text: string }[],
): [number[], number, number] {
  let missed = 0;
  let hits = 0;
  const took = asked.map(({ entry, text }) => {
    const from = process.cpuUsage();
    const found = index.search({ text, party: 'person' }, { most: NAMES });
    const { user, system } = process.cpuUsage(from);
    hits += found.length;
    if (entry >= 0 && !found.some((hit) => hit.entry === entry)) missed++;
    return (user + system) / 1000;
  });
  return [took, missed, hits];
}

function report(what: string, took: readonly number[]): void {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))].toFixed(2);
  const perSecond = 1000 / (took.reduce((sum, ms) => sum + ms, 0) / took.length);
  console.log(
    `  ${what.padEnd(26)} p50 ${at(0.5)}  p90 ${at(0.9)}  p99 ${at(0.99)} ms of CPU, ${perSecond.toFixed(0)} names/s`,
  );
}

/** The peers have no index: every search goes through the whole list. Their names are prepared before. */
async function measurePeers(asked: readonly string[]): Promise<void> {
  title(`peers, the same ${NAMES} names, ${asked.length} searches each`);
  const texts = listed.map(({ text }) => prepared(text));
  const questions = asked.map(prepared);
  await measurePeer('Jaro-Winkler (CmpStr)', questions, (question) => {
    for (const text of texts) jaroWinklerScore(question, text);
  });
  const fuse = fuseOf(texts);
  await measurePeer('fuse.js', questions, (question) => fuse.search(question, { limit: 100 }));
}

async function measurePeer(
  name: string,
  questions: readonly string[],
  ask: (question: string) => unknown,
): Promise<void> {
  const took: number[] = [];
  for (const question of questions) took.push((await timed(() => ask(question))).cpuMs);
  console.log(
    `  ${name.padEnd(26)} p50 ${median(took).toFixed(0)} ms of CPU, ${(1000 / median(took)).toFixed(2)} names/s`,
  );
}

function measureQuality(): void {
  const { figures, pairs: historical } = historicalPairs();
  const sets: [string, readonly NamePair[]][] = [
    ['generated', generatedPairs(SEEDS.judged, PAIRED_PEOPLE)],
    [`of ${figures} historical figures`, historical],
  ];
  const choice = generatedPairs(SEEDS.chosen, PAIRED_PEOPLE >> 1);
  const thresholds = CONTENDERS.map(
    (contender) => contender.threshold ?? bestThreshold(scoresOf(contender, choice)),
  );
  for (const [what, pairs] of sets) {
    const same = pairs.filter(({ isSame }) => isSame).length;
    title(`pairs ${what}: ${same} of one party, ${pairs.length - same} of two`);
    for (const [i, contender] of CONTENDERS.entries()) {
      const scores = scoresOf(contender, pairs);
      const judged = figuresAt(scores, thresholds[i]);
      tell(contender.name, judged);
      if (i > 0) tell('  with the best threshold here', figuresAt(scores, bestThreshold(scores)));
      else if (what === 'generated')
        demand('generated pairs missed, of 1', 1 - judged.recall, 'at most', 0);
    }
  }
}

function tell(name: string, { threshold, recall, precision, f1 }: Figures): void {
  const share = (value: number): string => value.toFixed(4);
  console.log(
    `  ${name.padEnd(32)} from ${threshold.toFixed(2)}: recall ${share(recall)}  precision ${share(precision)}  F1 ${share(f1)}`,
  );
}

function usedBytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
