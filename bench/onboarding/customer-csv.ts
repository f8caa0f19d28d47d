import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { RiskParameters } from '../../src/screening/risk/parameter-types.ts';
import { rateCustomer } from '../../src/screening/risk/rate-customer.ts';
import type { SimWorld } from '../../src/sim/model.ts';
import { TownCustomers } from '../../src/sim/onboarding/town-customers.ts';

type Row = Record<string, string>;

/** Columns by which `readCustomers` knew a customer before ratings. */
const BEFORE =
  'account,owner,name,bank,bank_code,kind,opened_at,born,income_month,device,phone'.split(',');

/** Writes DIR/before.csv, a town's customers.csv without what this part added, and DIR/rated.csv with it. */
export function writeCustomers(world: SimWorld, dir: string, parameters: RiskParameters): void {
  const { data } = Papa.parse<Row>(readFileSync(join(dir, 'customers.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const told = toldByAccount(world, parameters);
  const rated = data.map((row) => ({ ...row, cards: '', ...told.get(row.account ?? '') }));
  const columns = [...BEFORE, 'cards', 'rating', 'linked_accounts'];
  writeFileSync(join(dir, 'before.csv'), Papa.unparse(data, { columns: BEFORE }));
  writeFileSync(join(dir, 'rated.csv'), Papa.unparse(rated, { columns }));
}

/**
 * Rating, links and cards by account, as the bank knew them when the account was opened or, if that was before, when the
 * period began: nothing that came later.
 */
function toldByAccount(world: SimWorld, parameters: RiskParameters): Map<string, Row> {
  const customers = new TownCustomers(world, parameters.links);
  const told = new Map<string, Row>();
  for (const customer of customers.all)
    for (const account of customer.accounts) {
      const { number, openedAt, cards } = world.accounts[account];
      const { moreCards, moreCardsAt } = world.openings[account];
      const at = Math.max(openedAt, world.options.from);
      const profile = customers.profileAt(customer, at);
      if (profile === undefined) continue;
      told.set(number, {
        rating: String(rateCustomer(profile, parameters).points),
        linked_accounts: String(customers.linkedAccountsAt(customer, at)),
        cards: String(cards + (moreCardsAt <= at ? moreCards : 0)),
      });
    }
  return told;
}
