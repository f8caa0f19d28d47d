/** What of the campaigns somebody wants to see; stands in the address. */
export interface CampaignFilter {
  readonly least?: number;
  /** Only those that name an account or customer. */
  readonly hits?: true;
}

/** The filter of an address; whatever it cannot mean is left out. */
export function parseCampaignFilter(search: Record<string, unknown>): CampaignFilter {
  const least = Number(search.least);
  return {
    ...(Number.isSafeInteger(least) && least > 1 && { least }),
    ...((search.hits === true || search.hits === 'true') && { hits: true as const }),
  };
}

/** The same as the service asks it. */
export const campaignQuery = ({ least, hits }: CampaignFilter) => ({
  ...(least !== undefined && { postsLeast: least }),
  ...(hits && { hits }),
});
