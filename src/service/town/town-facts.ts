import type { AccountFacts } from '../../domain/account.ts';
import { SIM_BANKS } from '../../sim/banks.ts';
import type { SimWorld } from '../../sim/model.ts';
import type { RecordedFact } from '../live/live-service.ts';
import type { Institution } from '../live/transfer-request.ts';

/** What the banks of the town know of their accounts: what customers.csv of `qorgan simulate` says, and not the answer. */
export function* townFacts(
  world: SimWorld,
  banks: readonly Institution[],
): Generator<RecordedFact> {
  for (const [i, account] of world.accounts.entries()) {
    const party = world.parties[account.owner];
    const phone = world.known[account.owner].phone;
    const device = world.devices[world.openings[i].device];
    const facts: AccountFacts = {
      bank: SIM_BANKS[account.bank].name,
      bankCode: SIM_BANKS[account.bank].code,
      owner: party.id,
      ownerName: party.name,
      ownerKind: party.kind,
      openedAt: account.openedAt,
      contacts: [phone, device].filter((contact) => contact !== ''),
      ...(party.bornAt !== null && { bornAt: party.bornAt }),
      ...(party.incomeMonthMinor > 0 && { incomeMonthMinor: party.incomeMonthMinor }),
    };
    yield { kind: 'learn', institution: banks[account.bank], account: account.number, facts };
  }
}
