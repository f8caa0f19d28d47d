import type { Tlp } from '../../../domain/case/marking.ts';
import type { Language } from '../../../domain/language.ts';
import { maskName } from '../../../domain/mask.ts';
import type { Transaction } from '../../../store/store.ts';
import type { ImportedElement } from '../../../store/tables/packages.ts';
import type { Vault } from '../../../store/vault.ts';
import { type Principal, scopeOf } from '../../access/principal.ts';
import { maskIdentifiers } from '../../audit/mask-identifiers.ts';
import { loadCaseFile } from '../../cases/load-case-file.ts';
import type { PackageDeps } from '../deps.ts';
import { findPackage, packageRows } from '../package-row.ts';
import { type PackageView, packageView } from '../package-view.ts';
import { keysOfBody, keysOfElements } from './element-keys.ts';
import { hitsOfKeys, hitsOfPackage, maskedValue, type PackageHit } from './hits.ts';

export interface ShownFact {
  readonly importedId: number;
  readonly element: ImportedElement;
  readonly tlp: Tlp;
  readonly from: string;
  /** In one line, numbers masked. */
  readonly shown: string;
}

export interface ShownImport {
  readonly items: readonly ShownFact[];
  readonly more: number;
  readonly hits: readonly PackageHit[];
}

const LISTED_MOST = 2_000;
const LINE_MOST = 200;

/** What a package brought, masked, and what of ours it meets. The look is audited. Throws QRG_PACKAGE_UNKNOWN. */
export async function showImported(
  { cases: { store, audit } }: PackageDeps,
  principal: Principal,
  packageId: number,
): Promise<ShownImport> {
  const { row, ...shown } = await store.read(scopeOf(principal), async (trx) => ({
    row: await findPackage(trx, packageId),
    ...(await itemsOf(trx, store.vault, packageId)),
    hits: await hitsOfPackage(store.vault, trx, packageId),
  }));
  await audit.append({
    actor: principal,
    institutionId: row.institution_id,
    action: 'package.imported',
    object: `package:${packageId}`,
    detail: { elements: shown.items.length, hits: shown.hits.length },
  });
  return shown;
}

async function itemsOf(trx: Transaction, vault: Vault, packageId: number) {
  const rows = await trx
    .selectFrom('imported_facts')
    .selectAll()
    .where('package_id', '=', packageId)
    .orderBy('imported_id')
    .limit(LISTED_MOST)
    .execute();
  const { count } = await trx
    .selectFrom('imported_facts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('package_id', '=', packageId)
    .executeTakeFirstOrThrow();
  return {
    items: rows.map((row) => ({
      importedId: row.imported_id,
      element: row.element,
      tlp: row.tlp,
      from: row.from_code,
      shown: lineOf(vault, row.element, JSON.parse(vault.open(row.sealed).toString())),
    })),
    more: Number(count) - rows.length,
  };
}

/** An element in one line: names and numbers are masked, texts lose their identifiers. */
function lineOf(vault: Vault, element: ImportedElement, body: Record<string, unknown>): string {
  const keys = keysOfBody(vault, element, body).map(({ kind, value }) => maskedValue(kind, value));
  const text = (key: string) => (typeof body[key] === 'string' ? maskIdentifiers(body[key]) : '');
  const told: Readonly<Record<ImportedElement, readonly string[]>> = {
    party: [typeof body.name === 'string' ? maskName(body.name) : '', text('role'), ...keys],
    account: [...keys, text('role'), text('currency')],
    transfer: [sumOf(body), text('channel'), text('text')],
    post: [text('label'), text('text')],
    contact: [text('kind'), ...keys],
    signal: [text('rule'), text('text')],
    network: [text('story')],
    hold: [text('state'), sumOf(body)],
    fact: [text('kind'), text('says')],
  };
  return told[element]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, LINE_MOST);
}

function sumOf({ amountMinor, heldMinor, currency }: Record<string, unknown>): string {
  const minor = amountMinor ?? heldMinor;
  return typeof minor === 'number' ? `${(minor / 100).toFixed(2)} ${String(currency)}` : '';
}

export interface CaseImports {
  readonly given: readonly PackageView[];
  readonly hits: readonly PackageHit[];
}

const GIVEN_MOST = 50;

/**
 * What packages of other houses say of a case: those given to it, and those whose identifiers meet what the case holds itself. The
 * look is audited. Throws QRG_CASE_UNKNOWN.
 */
export async function importsOfCase(
  { cases }: PackageDeps,
  principal: Principal,
  caseId: number,
  language: Language,
): Promise<CaseImports> {
  const { store, audit, now } = cases;
  const file = await loadCaseFile(cases, principal, caseId, language);
  const own = {
    parties: file.parties.filter(({ origin }) => origin === null),
    accounts: file.accounts.filter(({ origin }) => origin === null),
    contacts: file.contacts.filter(({ origin }) => origin === null),
  };
  const hashes = keysOfElements(store.vault, own).map(({ hash }) => hash);
  const found = await store.read(scopeOf(principal), async (trx) => ({
    given: await packageRows(trx)
      .innerJoin('case_items', (on) =>
        on
          .on((eb) => eb('case_items.ref', '=', eb.cast<string>('packages.package_id', 'text')))
          .on('case_items.kind', '=', 'package')
          .on('case_items.case_id', '=', caseId)
          .on('case_items.removed_at', 'is', null),
      )
      .where('packages.direction', '=', 'in')
      .orderBy('packages.package_id', 'desc')
      .limit(GIVEN_MOST)
      .execute(),
    hits: await hitsOfKeys(store.vault, trx, caseId, hashes),
  }));
  await audit.append({
    actor: principal,
    action: 'case.imports',
    object: `case:${caseId}`,
    detail: { given: found.given.length, hits: found.hits.length },
  });
  return { given: found.given.map((row) => packageView(row, now())), hits: found.hits };
}
