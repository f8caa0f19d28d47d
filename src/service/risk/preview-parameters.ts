import { type Moves, movedBy } from '../../screening/risk/compare-parameters.ts';
import type { RiskParameters } from '../../screening/risk/parameter-types.ts';
import type { CustomerProfile } from '../../screening/risk/profile.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { openCustomer } from '../customers/kept-customer.ts';
import { loadProfiles } from './load-profiles.ts';
import type { ParameterChanges } from './parameter-changes.ts';
import type { Risk } from './risk.ts';

/** Which customers a change would move. */
export interface ParametersPreview {
  /** Looked at. */
  readonly customers: number;
  /** False when there are more: the latest were looked at. */
  readonly complete: boolean;
  /** Whose level would be another. */
  readonly total: number;
  readonly moved: Moves['moved'];
  readonly examples: readonly (Omit<Moves['examples'][number], 'id'> & {
    readonly customerId: number;
    readonly externalId: string;
  })[];
}

/** Customers that are looked at for one preview, and at once. */
const CUSTOMERS_MOST = 10_000;
const PAGE = 200;

/** Rates the institution's customers as they are now by the version in force and by what would follow it. Throws QRG_RISK_PARAMETERS. */
export async function previewParameters(
  risk: Risk,
  by: Principal,
  changes: ParameterChanges,
): Promise<ParametersPreview> {
  const before = risk.book.inForce(by.institutionId).parameters;
  const after = risk.book.next(by.institutionId, changes).parameters;
  const profiles: Profiled[] = [];
  let complete = false;
  while (profiles.length < CUSTOMERS_MOST && !complete) {
    const last = profiles.at(-1)?.id ?? Number.MAX_SAFE_INTEGER;
    const page = await profilesBefore(risk, by, last, { before, after });
    profiles.push(...page);
    complete = page.length < PAGE;
  }
  const { moved, examples, total: customers } = movedBy(profiles, before, after);
  const names = new Map(profiles.map(({ id, externalId }) => [id, externalId]));
  return {
    customers,
    complete,
    total: moved.reduce((sum, { count }) => sum + count, 0),
    moved,
    examples: examples.map(({ id, from, to }) => ({
      customerId: id,
      externalId: names.get(id) ?? '',
      from,
      to,
    })),
  };
}

interface Profiled {
  readonly id: number;
  readonly externalId: string;
  readonly profile: CustomerProfile;
  /** By the other parameters: they explain links otherwise. */
  readonly profileAfter: CustomerProfile;
}

/** Customers of the institution before one, the latest first. */
function profilesBefore(
  { store, now }: Risk,
  by: Principal,
  customerId: number,
  parameters: { readonly before: RiskParameters; readonly after: RiskParameters },
): Promise<Profiled[]> {
  const at = now();
  return store.read({ ...scopeOf(by), seesAll: false }, async (trx) => {
    const rows = await trx
      .selectFrom('customers')
      .select(['customer_id', 'external_id', 'sealed'])
      .where('customer_id', '<', customerId)
      .orderBy('customer_id', 'desc')
      .limit(PAGE)
      .execute();
    const profilesBy = (one: RiskParameters) =>
      loadProfiles(
        trx,
        store,
        rows.map((row) => ({
          customerId: row.customer_id,
          kept: openCustomer(store, row.sealed),
          parameters: one,
        })),
        at,
      );
    const before = await profilesBy(parameters.before);
    const after = await profilesBy(parameters.after);
    return rows.flatMap(({ customer_id: id, external_id: externalId }) => {
      const [one, other] = [before.get(id), after.get(id)];
      return one === undefined || other === undefined
        ? []
        : [{ id, externalId, profile: one.profile, profileAfter: other.profile }];
    });
  });
}
