import type { Random } from '../../domain/random.ts';
import type { Stage } from '../stage.ts';
import {
  carSeller,
  cryptoHobbyist,
  landlords,
  payday,
  privateEmployer,
  salarySweepers,
} from './own-money.ts';
import { classMoney, familyTreasurer, funeral, rentSplit, toi } from './shared-costs.ts';
import { courier, smallTrader, taxiDriver } from './trade.ts';

interface Custom {
  readonly name: string;
  readonly plan: (stage: Stage, random: Random) => void;
  /** How many among 1,000 people, in the whole period or, where `monthly`, in 30 days. Our own estimates. */
  readonly perThousand: number;
  readonly monthly: boolean;
}

const CUSTOMS: readonly Custom[] = [
  { name: 'rent_split', plan: rentSplit, perThousand: 2, monthly: false },
  { name: 'family_treasurer', plan: familyTreasurer, perThousand: 5, monthly: false },
  { name: 'class_money', plan: classMoney, perThousand: 3, monthly: false },
  { name: 'funeral', plan: funeral, perThousand: 0.7, monthly: true },
  { name: 'toi', plan: toi, perThousand: 0.7, monthly: true },
  { name: 'small_trader', plan: smallTrader, perThousand: 6, monthly: false },
  { name: 'taxi_driver', plan: taxiDriver, perThousand: 5, monthly: false },
  { name: 'courier', plan: courier, perThousand: 2.5, monthly: false },
  { name: 'payday', plan: payday, perThousand: 8, monthly: false },
  { name: 'car_seller', plan: carSeller, perThousand: 1.5, monthly: true },
  { name: 'crypto_hobbyist', plan: cryptoHobbyist, perThousand: 2, monthly: false },
  { name: 'private_employer', plan: privateEmployer, perThousand: 1, monthly: false },
];

/** Plans the honest people whose payments look like a dropper's; at least one of each kind. */
export function planHonest(stage: Stage, random: Random): void {
  landlords(stage, random.fork('landlord'));
  for (const { name, plan, perThousand, monthly } of CUSTOMS) {
    const stream = random.fork(name);
    const periods = monthly ? stage.days / 30 : 1;
    const count = Math.max(1, Math.round((stage.people.length / 1000) * perThousand * periods));
    for (let i = 0; i < count; i++) plan(stage, stream);
  }
  salarySweepers(stage);
}
