import { QorganError } from '../../../domain/errors/catalogue.ts';
import { readFeed } from '../../../watch/sources/feed.ts';
import { textOfBody } from '../fetch/text-of-body.ts';
import { type CollectDeps, type Collected, Gathering, type SourceToCollect } from './collected.ts';
import { fetchPage, validatorsIn, validatorsOf, XML_TYPES } from './fetch-page.ts';

/** Reads a feed; one that did not change since the last look is not sent again. Throws QorganError as `fetchPage` and `readFeed` fail. */
export async function collectFeed(source: SourceToCollect, deps: CollectDeps): Promise<Collected> {
  const known = validatorsIn(source.cursor);
  const answer = await fetchPage(deps, source.url ?? '', XML_TYPES, { known });
  if (!answer.ok) throw new QorganError(answer.problem.code, answer.problem.args);
  const gathering = new Gathering();
  if (answer.value.status === 304) return gathering.collected(known);
  const feed = readFeed(textOfBody(answer.value), answer.value.finalUrl, answer.value.at);
  if (!feed.ok) throw new QorganError(feed.problem.code, feed.problem.args);
  const fetched = gathering.keep(answer.value);
  for (const post of feed.value.posts) gathering.add({ ...post, fetched });
  gathering.rejects.push(...feed.value.rejects);
  return gathering.collected(validatorsOf(answer.value));
}
