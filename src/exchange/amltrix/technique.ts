import type { CaseSignal } from '../../domain/case/case-file.ts';

/**
 * Techniques of AMLTRIX (Amlyze, an open taxonomy of money laundering; its ids are free to use with its name beside them). Rules name
 * theirs in data/rules. A technique is `T` and four digits, a subtechnique has three more.
 */
const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/;

export const isTechnique = (id: string): boolean => TECHNIQUE.test(id);

/** The external reference that AMLTRIX's own STIX export gives its attack patterns: 'amltrix-ml' and the id. */
export const techniqueReference = (id: string): Record<string, string> => ({
  source_name: 'amltrix-ml',
  external_id: id,
  ...(isTechnique(id) ? { url: `https://framework.amltrix.com/techniques/${id}` } : {}),
});

const TAG = /^amltrix:technique="([^"]*)"$/;

/** `amltrix:technique="T0105"`, a machine tag of MISP (three parts, as its taxonomies have). */
export const techniqueTag = (id: string): string => `amltrix:technique="${id}"`;

/** The technique of a tag; null: it is none. */
export function techniqueOfTag(tag: string): string | null {
  const id = TAG.exec(tag)?.[1];
  return id !== undefined && isTechnique(id) ? id : null;
}

/** Techniques that the signals of a case name, each once, in order. */
export const techniquesOf = (signals: readonly CaseSignal[]): string[] =>
  [...new Set(signals.flatMap(({ amltrix }) => (amltrix === null ? [] : [amltrix])))]
    .filter(isTechnique)
    .sort();
