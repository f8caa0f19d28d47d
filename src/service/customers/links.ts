import { maskName } from '../../domain/mask.ts';
import { type LinkEdge, linkGraph } from '../../screening/risk/link-graph.ts';
import type { RiskLevel } from '../../screening/risk/rating.ts';
import type { Transaction } from '../../store/store.ts';
import { type Principal, scopeOf } from '../access/principal.ts';
import { loadSharing } from '../risk/load-links.ts';
import type { Risk } from '../risk/risk.ts';
import { openCustomer } from './kept-customer.ts';
import { visibleCustomer } from './visible-customer.ts';

/** A customer and those it shares something with. */
export interface CustomerLinks {
  readonly nodes: readonly {
    readonly customerId: number;
    /** Masked. */
    readonly name: string;
    readonly level: RiskLevel | null;
    /** On a list of droppers, or confirmed as one. */
    readonly listed: boolean;
  }[];
  readonly edges: readonly LinkEdge[];
  /** Edges that were left out. */
  readonly cut: number;
}

/** Who is linked to whom around a customer, and what explains it. Throws QRG_CUSTOMER_UNKNOWN. */
export function customerLinks(
  { store, book }: Risk,
  by: Principal,
  customerId: number,
): Promise<CustomerLinks> {
  return store.read(scopeOf(by), async (trx) => {
    const { sealed, institution_id } = await visibleCustomer(trx, customerId);
    const wish = { customerId, kept: openCustomer(store, sealed) };
    const { customer, shared } = (await loadSharing(trx, store, [wish])).get(customerId)!;
    const { links } = book.inForce(institution_id).parameters;
    const { nodes, edges, cut } = linkGraph(customer, shared, links);
    const levels = await levelsOf(
      trx,
      nodes.map(({ id }) => id),
    );
    return {
      nodes: nodes.map(({ id, name = '', listed }) => ({
        customerId: id,
        name: maskName(name),
        level: levels.get(id) ?? null,
        listed,
      })),
      edges,
      cut,
    };
  });
}

async function levelsOf(
  trx: Transaction,
  customerIds: readonly number[],
): Promise<Map<number, RiskLevel | null>> {
  const rows = await trx
    .selectFrom('customers')
    .select(['customer_id', 'level'])
    .where('customer_id', 'in', [...customerIds])
    .execute();
  return new Map(rows.map(({ customer_id, level }) => [customer_id, level]));
}
