import { sql } from 'kysely';
import type { PackageFormat } from '../../exchange/package/package-format.ts';
import type { PackageState } from '../../exchange/package/package-state.ts';
import type { PackageDirection } from '../../store/tables/packages.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import type { Page } from '../cursor.ts';
import { NumberedPages, type PageWish } from '../lists/page.ts';
import type { PackageDeps } from './deps.ts';
import { packageRows } from './package-row.ts';
import { type PackageView, packageView } from './package-view.ts';

/** What a reader of packages asks for; everything given must hold. */
export interface PackageFilter {
  readonly direction?: PackageDirection | undefined;
  readonly states?: readonly PackageState[] | undefined;
  readonly format?: PackageFormat | undefined;
  /** Code. */
  readonly partner?: string | undefined;
  /** What leaves it, and what was given to it. */
  readonly caseId?: number | undefined;
}

const PACKAGES = new NumberedPages('packages', Number.MAX_SAFE_INTEGER);

/** Packages that the reader may see, latest first. Throws QRG_HTTP_CURSOR. */
export function listPackages(
  { cases: { store, now } }: PackageDeps,
  principal: Principal,
  { direction, states, format, partner, caseId }: PackageFilter,
  wish: PageWish,
): Promise<Page<PackageView>> {
  const before = PACKAGES.after(wish);
  return store.read(scopeOf(principal), async (trx) => {
    let rows = packageRows(trx)
      .where('packages.package_id', '<', before)
      .orderBy('packages.package_id', 'desc')
      .limit(wish.limit + 1);
    if (direction !== undefined) rows = rows.where('packages.direction', '=', direction);
    if (states !== undefined) rows = rows.where('packages.state', 'in', [...states]);
    if (format !== undefined) rows = rows.where('packages.format', '=', format);
    if (partner !== undefined)
      rows = rows.where(sql<boolean>`packages.partners @> ARRAY[${partner}]::text[]`);
    if (caseId !== undefined)
      rows = rows.where(
        sql<boolean>`(packages.case_id = ${caseId} OR EXISTS (SELECT FROM case_items i WHERE i.case_id = ${caseId}
          AND i.kind = 'package' AND i.ref = packages.package_id::text AND i.removed_at IS NULL))`,
      );
    return PACKAGES.of(
      await rows.execute(),
      wish,
      ({ package_id }) => package_id,
      (row) => packageView(row, now()),
    );
  });
}
