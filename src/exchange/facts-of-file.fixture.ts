import type { CaseFile } from '../domain/case/case-file.ts';
import { type Origin, stricter } from '../domain/case/marking.ts';
import type { MarkingOptions } from './element-marks.ts';
import { type ForeignFacts, UNNUMBERED } from './foreign-facts.ts';

/** What a reader must find in a package of the case file: every element with its mark, nothing beside. */
export function factsOf(
  file: CaseFile,
  options: MarkingOptions,
): Omit<ForeignFacts, 'format' | 'madeAt'> {
  const own = <T extends { readonly id: string; readonly origin: Origin | null }>(
    elements: readonly T[],
  ): T[] =>
    byId(
      elements.map((element) => ({
        ...element,
        origin:
          element.origin === null
            ? {
                packageId: UNNUMBERED,
                from: file.institution.code,
                tlp: options.tlp,
                namedTo: [...(options.namedTo ?? [])],
              }
            : { ...element.origin, packageId: UNNUMBERED },
      })),
    );
  return {
    sender: {
      code: file.institution.code,
      name: file.institution.name,
      institution: file.institution,
      officer: file.officer === null ? null : { ...file.officer, userId: 0 },
    },
    tlp: options.tlp,
    pap: null,
    caseNumber: file.number === '' ? null : file.number,
    title: file.title === '' ? null : file.title,
    parties: own(file.parties),
    accounts: own(file.accounts),
    transfers: own(file.transfers),
    posts: own(file.posts),
    contacts: own(file.contacts),
    saidTlp: saidTlpOf(file, options),
    signals: file.signals,
    networks: file.networks,
    holds: file.holds,
    facts: file.facts,
    relations: [],
    left: [],
  };
}

/** The same in an order that no format keeps. */
export function inOrder(facts: ForeignFacts): Omit<ForeignFacts, 'format' | 'madeAt'> {
  const { format: _, madeAt: __, ...rest } = facts;
  return {
    ...rest,
    parties: byId(facts.parties),
    accounts: byId(facts.accounts),
    transfers: byId(facts.transfers),
    posts: byId(facts.posts),
    contacts: byId(facts.contacts),
  };
}

const byId = <T extends { readonly id: string }>(elements: readonly T[]): T[] =>
  [...elements].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What is said of an element of another house is handled as strictly as the element. */
function saidTlpOf(file: CaseFile, { tlp }: MarkingOptions): ForeignFacts['saidTlp'] {
  const about = new Set([
    ...file.signals.flatMap((signal) => signal.about),
    ...file.holds.map(({ transfer }) => transfer),
    ...file.facts.flatMap(({ party, shownBy }) => [party, ...shownBy]),
  ]);
  const lists = [file.parties, file.accounts, file.transfers, file.posts, file.contacts];
  return lists
    .flat()
    .flatMap(({ id, origin }) => (origin !== null && about.has(id) ? [origin.tlp] : []))
    .reduce(stricter, tlp);
}
