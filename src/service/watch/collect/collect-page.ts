import { QorganError } from '../../../domain/errors/catalogue.ts';
import { type CollectDeps, type Collected, Gathering, type SourceToCollect } from './collected.ts';
import { fetchPage, PAGE_TYPES, validatorsIn, validatorsOf } from './fetch-page.ts';
import { postOfPage } from './post-of-page.ts';

/** Reads one page. Throws QorganError as `fetchPage` fails. */
export async function collectPage(source: SourceToCollect, deps: CollectDeps): Promise<Collected> {
  const known = validatorsIn(source.cursor);
  const answer = await fetchPage(deps, source.url ?? '', PAGE_TYPES, { known });
  if (!answer.ok) throw new QorganError(answer.problem.code, answer.problem.args);
  const gathering = new Gathering();
  if (answer.value.status === 304) return gathering.collected(known);
  const post = postOfPage(answer.value, gathering.keep(answer.value));
  if (post !== undefined) gathering.addBounded(post, 1);
  return gathering.collected(validatorsOf(answer.value));
}
