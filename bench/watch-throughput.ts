// Posts a second that are read, searched for contacts and put into campaigns, and what share each takes; beside one regular
// expression, a map of contacts and a comparison of all pairs on a sample. usage: npm run bench:watch [-- --short]

import { setTimeout } from 'node:timers/promises';
import { isUnlawful } from '../src/domain/post.ts';
import { createRandom } from '../src/domain/random.ts';
import { loadReader } from '../src/service/watch/lexicon/load-reader.ts';
import { loadNames } from '../src/service/watch/names/load-names.ts';
import { CampaignIndex } from '../src/watch/cluster/campaign-index.ts';
import type { ClusteredPost } from '../src/watch/cluster/edge.ts';
import { maskedText } from '../src/watch/cluster/masked-text.ts';
import { contactKey } from '../src/watch/extract/contact-key.ts';
import { extract } from '../src/watch/extract/extract.ts';
import { namedThings } from '../src/watch/extract/named-things.ts';
import {
  demand,
  machine,
  median,
  medianCpu,
  type Run,
  rateLine,
  SHORT,
  takeTurns,
  timed,
  title,
} from './measure.ts';
import { allPairs, mapOfContacts, oneRegex } from './watch/floors.ts';
import { madePosts } from './watch/made-posts.ts';

const POSTS = SHORT ? 10_000 : 100_000;
const ROUNDS = SHORT ? 1 : 3;
const PAIRED = 1_000;
/** A post must take less than that to be read (the requirement), and to be searched. */
const STAGE_MOST_MS = 1;

console.log(machine());
const reader = await loadReader();
const names = namedThings(await loadNames());
const posts = madePosts(createRandom(6), POSTS);
const texts = posts.map(({ text }) => text);
const lengths = texts.map(({ length }) => length);
console.log(`  ${POSTS} posts, half of them ${median(lengths)} characters or shorter`);

const readings = texts.map((text) => reader.read(text));
const all = posts.map((post): ClusteredPost => clustered(post.id, post.text, true));
// What the service puts into campaigns: unlawful offers.
const offers = all.filter(
  ({ id }) => isUnlawful(readings[id].label) && readings[id].stance === 'offer',
);
const offerTexts = offers.map(({ id }) => texts[id]);

const runs = await takeTurns(
  [
    { name: 'read', run: () => timed(() => texts.forEach((text) => void reader.read(text))) },
    { name: 'extract', run: () => timed(() => texts.forEach((text) => void extract(text, names))) },
    { name: 'cluster', run: () => timed(() => clusterOf(offers, offerTexts)) },
    { name: 'cluster all', run: () => timed(() => clusterOf(all, texts)) },
    { name: 'one regex', run: () => timed(() => oneRegex(texts)) },
    { name: 'map of contacts', run: () => timed(() => mapOfContacts(all)) },
  ],
  ROUNDS,
);
const of = (name: string): Run[] => runs.get(name) ?? [];

title(`${POSTS} posts, thousands a second (median of ${ROUNDS})`);
console.log(`  ${rateLine('read: label, stance, reasons', POSTS, of('read'))}`);
console.log(`  ${rateLine('extract: contacts, sums, names', POSTS, of('extract'))}`);
console.log(
  `  ${rateLine(`cluster: ${offers.length} offers among them`, offers.length, of('cluster'))}`,
);
console.log(`  ${rateLine('cluster, were every post an offer', POSTS, of('cluster all'))}`);
console.log(`  ${rateLine('floor: lower case and one regex', POSTS, of('one regex'))}`);
console.log(`  ${rateLine('floor: a map of contacts, no texts', POSTS, of('map of contacts'))}`);

const stages = ['read', 'extract', 'cluster'];
const cpuMs = stages.map((name) => medianCpu(of(name)));
const totalMs = cpuMs.reduce((sum, ms) => sum + ms, 0);
title('read + extract + cluster');
console.log(`  ${((POSTS / totalMs) * 1000).toFixed(0)} posts a second of CPU, one core`);
for (const [stage, name] of stages.entries())
  console.log(
    `  ${name.padEnd(8)} ${((cpuMs[stage] / totalMs) * 100).toFixed(0).padStart(3)} %  ${((cpuMs[stage] / POSTS) * 1000).toFixed(1)} µs a post`,
  );
demand('ms of CPU to read a post', cpuMs[0] / POSTS, 'at most', STAGE_MOST_MS);
demand('ms of CPU to search a post', cpuMs[1] / POSTS, 'at most', STAGE_MOST_MS);

await measurePairs();
await measureCampaigns();

function clustered(id: number, text: string, withText: boolean): ClusteredPost {
  const contacts = [...new Set(extract(text, names).contacts.map(contactKey))];
  return { id, at: id * 1_000, place: 'chat', contacts, text: withText ? maskedText(text) : '' };
}

/** The masking is part of the work. */
function clusterOf(those: readonly ClusteredPost[], written: readonly string[]): CampaignIndex {
  const index = new CampaignIndex();
  for (const [i, post] of those.entries()) index.add({ ...post, text: maskedText(written[i]) });
  return index;
}

/** What comparing every pair would take, from a sample: it grows with the square. */
async function measurePairs(): Promise<void> {
  const sample = all.slice(0, PAIRED).map(({ text }) => text);
  const { cpuMs: took } = await timed(() => allPairs(sample));
  const hours = (took * (POSTS / PAIRED) ** 2) / 3_600_000;
  title('comparing all pairs of texts instead');
  console.log(
    `  ${PAIRED} posts took ${took.toFixed(0)} ms; ${POSTS} would take ${hours.toFixed(1)} hours`,
  );
}

/** What was found: campaigns against the recruiters who wrote the posts, and the memory it takes. */
async function measureCampaigns(): Promise<void> {
  title('campaigns');
  const before = await usedBytes();
  const index = clusterOf(all, texts);
  const bytes = (await usedBytes()) - before;
  console.log(`  memory, were every post an offer: ${(bytes / POSTS).toFixed(0)} bytes a post`);
  const found = clusterOf(offers, offerTexts);
  const recruiters = new Map<number, Set<number>>();
  const campaigns = new Map<number, Set<number>>();
  let ordinary = 0;
  for (const { id } of offers) {
    const campaign = found.campaignOf(id) ?? -1;
    const { recruiter } = posts[id];
    if (recruiter === undefined) {
      ordinary++;
      continue;
    }
    recruiters.set(recruiter, (recruiters.get(recruiter) ?? new Set()).add(campaign));
    campaigns.set(campaign, (campaigns.get(campaign) ?? new Set()).add(recruiter));
  }
  const whole = [...recruiters.values()].filter((own) => own.size === 1).length;
  const most = Math.max(...[...campaigns.values()].map(({ size }) => size));
  const pure = [...campaigns.values()].filter((own) => own.size === 1).length;
  console.log(`  ${offers.length} posts read as offers, ${ordinary} of them ordinary talk`);
  console.log(`  ${recruiters.size} recruiters: ${whole} in one campaign each`);
  console.log(
    `  ${campaigns.size} campaigns: ${pure} of one recruiter only, ${most} in the largest, ${found.stopContacts().length} contacts stopped`,
  );
  if (index.size !== POSTS) throw new Error('posts were lost');
}

/** Buffers are given back some time after a collection: it is asked for until nothing more is. */
async function usedBytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await setTimeout(50);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
