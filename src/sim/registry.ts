import { fakeBin } from '../domain/fake/bin.ts';
import { fakeKzIban } from '../domain/fake/iban-kz.ts';
import { fakeIin } from '../domain/fake/iin.ts';
import { fakeKzPhone } from '../domain/fake/phone.ts';
import type { Random } from '../domain/random.ts';
import { BANK_SHARES, SIM_BANKS } from './banks.ts';
import { DAY_MS } from './calendar.ts';
import type { AccountTruth, Lookalike, SimAccount, SimParty } from './model.ts';
import { companyName, personName } from './names.ts';

const BANK_INDEXES = SIM_BANKS.map((_, i) => i);
const HEX_DIGITS = 16;

/**
 * Everyone and every account there is, and the truth about them. Identifiers are drawn from a stream of
 * their own, so that nothing of an account's number depends on what its owner is going to do.
 */
export class Registry {
  readonly parties: SimParty[] = [];
  readonly accounts: SimAccount[] = [];
  readonly devices: string[] = [''];
  readonly truth: AccountTruth[] = [];
  readonly hubs = new Set<number>();
  /** The simulated period, epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly #random: Random;
  readonly #taken = new Set<string>();

  constructor(random: Random, from: number, to: number) {
    this.#random = random.fork('identifiers');
    this.from = from;
    this.to = to;
  }

  /** A new person; index into `parties`. */
  addPerson(bornAt: number, incomeMonthMinor: number, kind: 'person' | 'sole_trader'): number {
    const random = this.#random;
    const female = random.chance(0.52);
    this.parties.push({
      id: this.#unused(() => fakeIin(random, { bornAt, sex: female ? 'female' : 'male' })),
      kind,
      name: personName(random, female),
      bornAt,
      female,
      incomeMonthMinor,
      phone: this.newPhone(),
    });
    return this.parties.length - 1;
  }

  /** A new organisation with one account; returns the account. `name` is invented when not given. */
  addCompany(name: string | undefined, bank?: number, ageDays?: number): number {
    const random = this.#random;
    const openedAt = this.from - (ageDays ?? random.int(200, 4000)) * DAY_MS;
    this.parties.push({
      id: this.#unused(() => fakeBin(random, openedAt - 30 * DAY_MS)),
      kind: 'company',
      name: name ?? companyName(random),
      bornAt: null,
      female: false,
      incomeMonthMinor: 0,
      phone: this.newPhone(),
    });
    return this.openAccount(this.parties.length - 1, openedAt, 0, bank);
  }

  addHub(name: string | undefined, bank?: number): number {
    const account = this.addCompany(name, bank);
    this.hubs.add(account);
    return account;
  }

  /** Opens an account; its bank is drawn by market share when not given. */
  openAccount(owner: number, openedAt: number, device: number, bank?: number): number {
    const random = this.#random;
    const chosen = bank ?? random.weighted(BANK_INDEXES, BANK_SHARES);
    this.accounts.push({
      number: this.#unused(() => fakeKzIban(random, SIM_BANKS[chosen].code)),
      bank: chosen,
      owner,
      openedAt,
      cards: this.parties[owner].kind === 'company' ? 0 : random.weighted([1, 2, 3], [75, 20, 5]),
      device,
    });
    this.truth.push({
      role: 'none',
      typology: 'none',
      ring: 0,
      lookalike: 'none',
      ownMinor: 0,
      ringFrom: Number.NaN,
    });
    return this.accounts.length - 1;
  }

  addDevice(): number {
    const random = this.#random;
    this.devices.push(
      this.#unused(() => {
        let name = '';
        for (let i = 0; i < HEX_DIGITS; i++) name += random.int(0, 15).toString(16);
        return name;
      }),
    );
    return this.devices.length - 1;
  }

  /** A number that nobody has yet. */
  newPhone(): string {
    return this.#unused(() => fakeKzPhone(this.#random));
  }

  markLookalike(account: number, lookalike: Lookalike): void {
    this.truth[account].lookalike = lookalike;
  }

  #unused(draw: () => string): string {
    let value = draw();
    while (this.#taken.has(value)) value = draw();
    this.#taken.add(value);
    return value;
  }
}
