import type { Random } from '../../domain/random.ts';

/** Streets that nearly every town of the country has; an address is drawn at random and means no house. */
const STREETS =
  'Абая Достык Сатпаева Сейфуллина Жибек-Жолы Мира Гагарина Ауэзова Толе-Би Кабанбай-Батыра Абылай-Хана Назарбаева Сарыарка Кенесары Бараева Иманова Республики Момышулы Тауелсиздик Жансугурова'.split(
    ' ',
  );

/** Hands out addresses and IP addresses, each one once. */
export class Places {
  readonly #random: Random;
  readonly #taken = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  flat(): string {
    const random = this.#random;
    return this.#unused(() => `${this.#house()} кв. ${random.int(1, 160)}`);
  }

  /** A house of many: a dormitory, a hostel, a business centre. */
  house(): string {
    return this.#unused(() => this.#house());
  }

  /**
   * An address that a mobile operator shares among its clients: 100.64.0.0/10, the range set aside for that
   * (RFC 6598), so that it is nobody's.
   */
  mobileIp(): string {
    const random = this.#random;
    return this.#unused(
      () => `100.${random.int(64, 127)}.${random.int(0, 255)}.${random.int(1, 254)}`,
    );
  }

  /** An address of a flat, an office, a university: 10.0.0.0/8, which is nobody's either (RFC 1918). */
  fixedIp(): string {
    const random = this.#random;
    return this.#unused(
      () => `10.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`,
    );
  }

  #house(): string {
    return `ул. ${this.#random.pick(STREETS)} ${this.#random.int(1, 240)}`;
  }

  #unused(draw: () => string): string {
    let place = draw();
    while (this.#taken.has(place)) place = draw();
    this.#taken.add(place);
    return place;
  }
}
