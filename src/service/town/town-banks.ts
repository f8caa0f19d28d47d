import { QorganError } from '../../domain/errors/catalogue.ts';
import { SIM_BANKS } from '../../sim/banks.ts';
import type { Access } from '../access/access.ts';
import { addInstitution } from '../access/institutions.ts';
import type { Principal } from '../access/principal.ts';
import type { Institution } from '../live/transfer-request.ts';

/** Codes of the town's banks begin with this, so that nobody takes one for a real bank's. */
export const BANKS_BEGIN = 'town-';

export interface TownBanks {
  /** By place in SIM_BANKS. */
  readonly banks: readonly Institution[];
  /** When the first of them was founded, epoch ms: the town's calendar begins from there. */
  readonly foundedAt: number;
}

/** The banks of the simulated town as institutions of this service, founded at the first call and found at later ones. */
export async function townBanks(access: Access, by: Principal): Promise<TownBanks> {
  const known = await banksByCode(access);
  for (const { short, name } of SIM_BANKS) {
    const code = `${BANKS_BEGIN}${short}`;
    if (known.has(code)) continue;
    const added = await addInstitution(access, by, { code, name, kind: 'bank' });
    if (!added.ok) throw new QorganError(added.problem.code, added.problem.args);
  }
  const all = await banksByCode(access);
  const banks = SIM_BANKS.map(({ short }) => {
    const code = `${BANKS_BEGIN}${short}`;
    return { institutionId: all.get(code)!.institutionId, code };
  });
  const foundedAt = Math.min(...banks.map(({ code }) => all.get(code)!.createdAt));
  return { banks, foundedAt };
}

async function banksByCode({ store }: Access) {
  const rows = await store.db
    .selectFrom('institutions')
    .select(['institution_id', 'code', 'created_at'])
    .where('code', 'like', `${BANKS_BEGIN}%`)
    .execute();
  return new Map(
    rows.map((row) => [row.code, { institutionId: row.institution_id, createdAt: row.created_at }]),
  );
}
