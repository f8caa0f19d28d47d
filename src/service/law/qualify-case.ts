import type { CaseFile } from '../../domain/case/case-file.ts';
import type { Language } from '../../domain/language.ts';
import { maskName } from '../../domain/mask.ts';
import { dateAt, type OffenceBook } from '../../law/offences/offence-book.ts';
import { draftOf } from '../../law/qualify/draft.ts';
import type { Qualification } from '../../law/qualify/qualification.ts';
import { qualify } from '../../law/qualify/qualify.ts';
import type { Principal } from '../access/principal.ts';
import { maskIdentifiers } from '../audit/mask-identifiers.ts';
import type { CaseDeps } from '../cases/deps.ts';
import { loadCaseFile } from '../cases/load-case-file.ts';
import { shownTo } from '../cases/show-case.ts';
import type { OffenceLaw } from './offence-law.ts';

export interface QualifiedCase {
  readonly book: OffenceBook;
  readonly file: CaseFile;
  readonly found: Qualification;
}

interface Asked {
  readonly caseId: number;
  /** 'YYYY-MM-DD'; today where it is not told. */
  readonly on: string | undefined;
  /** Only this party. */
  readonly party: string | undefined;
  readonly language: Language;
}

const NOON_MS = 12 * 3_600_000;

/**
 * Holds a case against the law of the country of the institution whose case it is. The look is written down: a qualification
 * names people. Throws QRG_CASE_UNKNOWN, QRG_LAW_COUNTRY.
 */
export async function qualifyCase(
  deps: CaseDeps,
  law: OffenceLaw,
  principal: Principal,
  asked: Asked,
): Promise<QualifiedCase> {
  return looked(deps, law, principal, asked, 'qualification');
}

/** The same as a text for a lawyer, in Markdown. */
export async function draftQualification(
  deps: CaseDeps,
  law: OffenceLaw,
  principal: Principal,
  asked: Asked,
): Promise<QualifiedCase & { readonly text: string }> {
  const qualified = await looked(deps, law, principal, asked, 'qualification_draft');
  const { book, file, found } = qualified;
  return { ...qualified, text: draftOf(book, file, found, asked.language) };
}

async function looked(
  deps: CaseDeps,
  law: OffenceLaw,
  principal: Principal,
  { caseId, on, party, language }: Asked,
  view: string,
): Promise<QualifiedCase> {
  const whole = await loadCaseFile(deps, principal, caseId, language);
  const shown = shownTo(principal);
  const file = shown === 'full' ? whole : withoutNames(whole);
  const book = law.book(file.institution.country);
  const today = on === undefined ? deps.now() : noonOf(book, on);
  const found = qualify(book, file, today, party);
  await deps.audit.append({
    actor: principal,
    action: 'case.look',
    object: `case:${caseId}`,
    detail: { view, on: dateAt(book, today), masked: shown === 'masked' },
  });
  return { book, file, found };
}

/** Who checks the work of others sees what was found, and of whom only the initials. */
const withoutNames = (file: CaseFile): CaseFile => ({
  ...file,
  parties: file.parties.map((party) => ({
    ...party,
    name: party.name === null ? null : maskName(party.name),
  })),
  facts: file.facts.map((fact) => ({
    ...fact,
    note: fact.note === null ? null : maskIdentifiers(fact.note),
  })),
});

const noonOf = ({ offsetMs }: OffenceBook, on: string): number =>
  Date.parse(`${on}T00:00:00Z`) + NOON_MS - offsetMs;
