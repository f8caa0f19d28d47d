import { type Cited, citedIn } from '../../law/texts/check-texts.ts';
import { loadLaw } from './load-law.ts';
import { loadOffences } from './load-offences.ts';
import { loadTakedownBook } from './load-takedown-book.ts';

interface Entry {
  readonly id: string;
  readonly act: string;
  readonly article: string;
}

/**
 * Every provision that the data of a country stand on, with the article it cites: offences and their parts, release, rules for the
 * young; of Kazakhstan also terms and grounds of holds and of requests to take pages down. House rules cite nothing.
 */
export async function citedProvisions(country: string): Promise<Cited[]> {
  const book = await loadOffences(country);
  const entries: Entry[] = [
    ...book.offences.flatMap((offence) =>
      offence.tiers.length === 0
        ? [offence]
        : offence.tiers.map(({ id, part }) => ({
            id,
            act: offence.act,
            article: part === null ? offence.article : `${offence.article}(${part})`,
          })),
    ),
    ...book.release.values(),
    ...book.limits.map((rule) => ({ ...rule, id: `${country}.minors.${rule.id}` })),
    ...[book.limitation, book.time].flatMap((rule) =>
      rule === null ? [] : [{ ...rule, id: `${country}.${rule.act}.${rule.article}` }],
    ),
    ...(country === 'kz' ? await otherEntries() : []),
  ];
  const seen = new Set<string>();
  return entries.flatMap(({ id, act, article }) =>
    book.acts.get(act)?.house
      ? []
      : citedIn(article)
          .filter((cited) => {
            const key = [id, act, cited.article, cited.part].join(' ');
            return seen.has(key) ? false : seen.add(key);
          })
          .map((cited) => ({ id, act, ...cited })),
  );
}

async function otherEntries(): Promise<Entry[]> {
  const [law, takedowns] = await Promise.all([loadLaw(), loadTakedownBook()]);
  return [
    ...law.terms.map((term) => ({ ...term, id: `term ${term.id}` })),
    ...law.provisions.values(),
    ...law.thresholds.map((threshold) => ({ ...threshold, id: `threshold ${threshold.id}` })),
    ...[...law.income, ...law.services].map((rule) => ({ ...rule, id: `client right ${rule.id}` })),
    ...[...takedowns.terms.values(), ...takedowns.grounds.values(), ...takedowns.substance].map(
      (entry) => ({ ...entry, id: `takedown ${entry.id}` }),
    ),
  ];
}
