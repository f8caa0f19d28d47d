import { RISK_LEVELS, type RiskLevel } from '../../../src/screening/risk/rating.ts';
import { APPROVAL_STATES, type ApprovalState } from '../../../src/store/tables/customers.ts';

/** What of the customers somebody wants to see; stands in the address, so that a link opens as it was sent. */
export interface CustomerFilter {
  readonly level?: RiskLevel;
  readonly approval?: ApprovalState;
  /** Only those whose review is due. */
  readonly due?: true;
  /** Only those with hits that wait for a person. */
  readonly hits?: true;
  /** Left out: the greatest risk first. */
  readonly order?: 'added';
}

const isOn = (value: unknown): boolean => value === true || value === 'true';

/** The filter of an address; whatever it cannot mean is left out. */
export function parseCustomerFilter(search: Record<string, unknown>): CustomerFilter {
  const level = RISK_LEVELS.find((one) => one === search.level);
  const approval = APPROVAL_STATES.find((one) => one === search.approval);
  return {
    ...(level !== undefined && { level }),
    ...(approval !== undefined && { approval }),
    ...(isOn(search.due) && { due: true as const }),
    ...(isOn(search.hits) && { hits: true as const }),
    ...(search.order === 'added' && { order: 'added' as const }),
  };
}

/** The same as the service asks it. */
export function customerQuery({ level, approval, due, hits, order }: CustomerFilter) {
  return {
    ...(level !== undefined && { level }),
    ...(approval !== undefined && { approval }),
    ...(due && { due: 'true' as const }),
    ...(hits && { hits: 'true' as const }),
    order: order ?? ('risk' as const),
  };
}

/** Same filter with another value of one of its parts; `undefined` takes it away. */
export function withPart(
  filter: CustomerFilter,
  part: { [K in keyof CustomerFilter]?: CustomerFilter[K] | undefined },
): CustomerFilter {
  return parseCustomerFilter({ ...filter, ...part });
}
