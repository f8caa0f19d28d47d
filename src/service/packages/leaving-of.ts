import type { CaseFile } from '../../domain/case/case-file.ts';
import { stricter, type Tlp } from '../../domain/case/marking.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { Language } from '../../domain/language.ts';
import { canonical } from '../../exchange/canonical.ts';
import type { FieldClass } from '../../exchange/fields/field-class.ts';
import { FIELD_WORDS } from '../../exchange/fields/field-words.ts';
import {
  type LeavingRow,
  leavingClasses,
  leavingFields,
} from '../../exchange/fields/leaving-fields.ts';
import { minimise } from '../../exchange/fields/minimise.ts';
import { releasable, type Withheld } from '../../exchange/fields/releasable.ts';
import type { ExchangeGround } from '../../exchange/package/exchange-ground.ts';
import type { MadeFormat } from '../../exchange/package/package-format.ts';
import { scopeTo } from '../../exchange/package/scope-to.ts';
import type { PartnerKind } from '../../store/tables/packages.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { isTheirs } from '../cases/case-row.ts';
import { loadCaseFile } from '../cases/load-case-file.ts';
import { orThrow } from '../or-throw.ts';
import { digest } from '../watch/evidence/digest.ts';
import type { PackageDeps } from './deps.ts';
import type { PackageFormatMaker } from './formats.ts';
import type { PackageAsk } from './kept-wish.ts';

/** What of a package decides what leaves. */
export interface LeavingWish {
  readonly caseId: number;
  readonly format: MadeFormat;
  /** Codes. */
  readonly partners: readonly string[];
  /** undefined: the least that the format needs. */
  readonly fields: readonly FieldClass[] | undefined;
  readonly ask: PackageAsk | null;
  readonly language: Language;
}

export interface LeavingNow {
  /** Minimised: all that a writer is given. */
  readonly file: CaseFile;
  readonly fields: readonly FieldClass[];
  readonly caseVersion: number;
  /** The case as it is marked itself, and the loosest mark that the package may bear. */
  readonly tlpLeast: Tlp;
  readonly withheld: readonly Withheld[];
  /** Packages whose elements leave. */
  readonly sources: readonly number[];
  readonly rows: readonly LeavingRow[];
  /** SHA-256 of all that leaves, hex: the time of reading apart. */
  readonly sha256: string;
}

/** Elements that are listed; the rest is counted. */
export const ELEMENTS_LISTED = 2_000;

/**
 * What would leave now: the case as its reader sees it, without what marks of other houses keep here, cut down to what the package is
 * about, and with the chosen fields alone. Reads only; whoever shows it writes the look down.
 * Throws QRG_CASE_UNKNOWN, QRG_PACKAGE_UNMADE, QRG_PACKAGE_ACCOUNTS, QRG_PACKAGE_TLP for a case that is marked red.
 */
export async function leavingNow(
  deps: PackageDeps,
  principal: Principal,
  wish: LeavingWish,
): Promise<LeavingNow> {
  const maker = makerOf(deps, wish.format);
  const before = await caseOf(deps, principal, wish.caseId);
  const whole = await loadCaseFile(deps.cases, principal, wish.caseId, wish.language);
  if (before.tlp === 'red') throw new QorganError('QRG_PACKAGE_TLP', { tlp: 'RED' });
  const { file: free, withheld, sources } = releasable(whole, wish.partners, before.tlp);
  const about = orThrow(scopeTo(free, wish.ask ?? { accounts: [], transfers: [] }));
  const fields = leavingClasses(maker, wish.fields ?? maker.needs);
  const file = minimise(about, fields);
  const { asOf: _, ...steady } = file;
  const elements = [about.parties, about.accounts, about.transfers, about.posts, about.contacts];
  const origins = elements.flat().flatMap(({ origin }) => origin ?? []);
  return {
    file,
    fields,
    caseVersion: before.version,
    tlpLeast: origins.reduce<Tlp>((least, { tlp }) => stricter(least, tlp), before.tlp),
    withheld,
    sources: sources.filter((id) => origins.some(({ packageId }) => packageId === id)),
    rows: rowsOf(wish.format, leavingFields(about, maker, fields)),
    sha256: digest(Buffer.from(canonical(steady))),
  };
}

/** Rows in which something leaves, or stays that the format could say; numbers leave as keyed hashes where they do. */
const rowsOf = (format: MadeFormat, rows: readonly LeavingRow[]): LeavingRow[] =>
  rows
    .filter(({ leaves, stays }) => leaves.length + stays.length > 0)
    .map((row) =>
      format !== 'known_accounts'
        ? row
        : {
            ...row,
            leaves: row.leaves.map((field) => ({
              ...field,
              value: `HMAC-SHA-256(${field.value})`,
            })),
          },
    );

/** Throws QRG_PACKAGE_UNMADE for a format that this installation does not make. */
export function makerOf({ formats }: PackageDeps, format: MadeFormat): PackageFormatMaker {
  const maker = formats.get(format);
  if (maker === undefined) throw new QorganError('QRG_PACKAGE_UNMADE', { format });
  return maker;
}

/** A case of the person's own institution. Throws QRG_CASE_UNKNOWN. */
export async function caseOf(
  { cases: { store } }: PackageDeps,
  principal: Principal,
  caseId: number,
): Promise<{ readonly version: number; readonly tlp: Tlp; readonly number: string }> {
  const row = await store.read(scopeOf(principal), (trx) =>
    trx
      .selectFrom('cases')
      .select(['version', 'tlp', 'number', 'institution_id'])
      .where('case_id', '=', caseId)
      .executeTakeFirst(),
  );
  if (row === undefined || !isTheirs(row, principal)) throw new QorganError('QRG_CASE_UNKNOWN');
  return row;
}

/**
 * Holds a package to its ground, its partners and its marks. Throws QRG_PACKAGE_GROUND, QRG_PACKAGE_GROUND_PERSONAL,
 * QRG_PACKAGE_FORMAT, QRG_PACKAGE_TLP, QRG_PACKAGE_TLP_LOOSE.
 */
export function mustHold(
  { grounds }: Pick<PackageDeps, 'grounds'>,
  wish: {
    readonly format: MadeFormat;
    readonly tlp: Tlp;
    readonly ground: string;
    readonly fields: readonly FieldClass[];
    readonly tlpLeast: Tlp;
    readonly language: Language;
    readonly partners: readonly {
      readonly code: string;
      readonly kind: PartnerKind;
      readonly reads: readonly string[];
    }[];
  },
): ExchangeGround {
  const { format, tlp, partners, language } = wish;
  const ground = grounds.grounds.get(wish.ground);
  const fits =
    ground?.formats.includes(format) === true &&
    partners.every(({ kind }) => ground.partners.includes(kind));
  if (!fits) throw new QorganError('QRG_PACKAGE_GROUND', { ground: wish.ground });
  if (!ground.personal) {
    const fields = wish.fields.filter((field) => FIELD_WORDS[field].personal);
    if (fields.length > 0)
      throw new QorganError('QRG_PACKAGE_GROUND_PERSONAL', {
        fields: fields.map((field) => FIELD_WORDS[field].title[language]).join(', '),
      });
  }
  const deaf = partners.find(({ reads }) => !reads.includes(format));
  if (deaf !== undefined)
    throw new QorganError('QRG_PACKAGE_FORMAT', { format, partner: deaf.code });
  // Red is for the named reader alone, and what a file is read by nobody can name.
  if (tlp === 'red') throw new QorganError('QRG_PACKAGE_TLP', { tlp: 'RED' });
  if (stricter(tlp, wish.tlpLeast) !== tlp)
    throw new QorganError('QRG_PACKAGE_TLP_LOOSE', { least: wish.tlpLeast.toUpperCase() });
  return ground;
}
