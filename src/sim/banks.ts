/**
 * Banks of the simulated country. Codes 722 and 601 are confirmed on public invoices, 965 by code seeds;
 * the other codes and all shares of the market are our assumptions: they only make simulated account
 * numbers look right and are no directory (that is data/banks).
 */
export interface SimBank {
  /** As statements write it. */
  readonly name: string;
  /** For names of files. */
  readonly short: string;
  readonly code: string;
  /** Share of people's accounts; only the proportions matter. */
  readonly share: number;
  /** Layout of the statements it hands out, see statements/. */
  readonly layout: 'kaspi' | 'halyk' | 'freedom' | 'vtb' | 'official';
}

export const SIM_BANKS: readonly SimBank[] = [
  { name: 'АО «Kaspi Bank»', short: 'kaspi', code: '722', share: 42, layout: 'kaspi' },
  {
    name: 'АО «Народный Банк Казахстана»',
    short: 'halyk',
    code: '601',
    share: 25,
    layout: 'halyk',
  },
  {
    name: 'АО «Фридом Банк Казахстан»',
    short: 'freedom',
    code: '551',
    share: 11,
    layout: 'freedom',
  },
  { name: 'ДО АО Банк ВТБ (Казахстан)', short: 'vtb', code: '432', share: 5, layout: 'vtb' },
  { name: 'АО «Home Credit Bank»', short: 'homecredit', code: '886', share: 7, layout: 'official' },
  { name: 'АО «ForteBank»', short: 'forte', code: '965', share: 10, layout: 'official' },
];

export const BANK_SHARES = SIM_BANKS.map((bank) => bank.share);
