import type { Random } from '../../src/domain/random.ts';

export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Texts that fit one pattern or another of the contract. */
const FITTING = [
  'KZT',
  'a',
  'acc-100',
  'acc-200',
  'qala',
  'open,in_work',
  'proposed,placed',
  '/alerts/1',
  'ru',
  'list.csv',
  '1',
  '12',
  '77',
  'Тестов Тест',
  'Қорған жүйесі',
  '"1"',
  'n1',
];

/** Texts that have broken programs before. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'A\u0301'.repeat(40),
  '../../etc/passwd',
  "'; DROP TABLE transfers; --",
  '%00',
  '%zz',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(40),
  'x'.repeat(5_000),
  '\u202e\u200b',
];

const HOSTILE_NUMBERS = [
  0,
  -0,
  -1,
  0.5,
  1e-7,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
];

const HOSTILE = [null, true, [], {}, [[]], { a: { b: {} } }, ...HOSTILE_NUMBERS, ...HOSTILE_TEXTS];

/** Makes values that fit a JSON Schema, and values that do not. */
export class SchemaValues {
  readonly #random: Random;
  readonly #components: Readonly<Record<string, Schema>>;

  constructor(random: Random, components: Readonly<Record<string, Schema>>) {
    this.#random = random;
    this.#components = components;
  }

  /** A value that fits, as far as patterns can be met by guessing. */
  fitting(schema: Schema): unknown {
    const random = this.#random;
    const { $ref, anyOf, oneOf, examples, type } = schema;
    if (typeof $ref === 'string') return this.fitting(this.#components[$ref.split('/').at(-1)!]);
    const choices = (anyOf ?? oneOf) as Schema[] | undefined;
    if (choices !== undefined) return this.fitting(random.pick(choices));
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return random.pick(schema.enum);
    if (Array.isArray(examples) && random.chance(0.3)) return random.pick(examples);
    switch (type) {
      case 'object':
        return this.#object(schema);
      case 'array':
        return this.#array(schema);
      case 'integer':
      case 'number':
        return this.#number(schema, type === 'integer');
      case 'boolean':
        return random.chance(0.5);
      case 'null':
        return null;
      case 'string':
        return this.#text(schema);
      default:
        return random.pick([{}, 1, 'x', null]);
    }
  }

  /** A value that mostly fits, with something wrong somewhere. */
  spoilt(value: unknown): unknown {
    const random = this.#random;
    if (random.chance(0.15)) return random.pick(HOSTILE);
    if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
      const at = random.int(0, value.length - 1);
      return value.map((item, i) => (i === at ? this.spoilt(item) : item));
    }
    if (typeof value !== 'object' || value === null) return random.pick(HOSTILE);
    const keys = Object.keys(value);
    if (keys.length === 0) return { [random.pick(HOSTILE_TEXTS)]: random.pick(HOSTILE) };
    const key = random.pick(keys);
    const copy: Record<string, unknown> = { ...value };
    const how = random.next();
    if (how < 0.2) delete copy[key];
    else if (how < 0.3) copy[random.pick(HOSTILE_TEXTS)] = 1;
    else copy[key] = this.spoilt(copy[key]);
    return copy;
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema): unknown {
    const made: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties as Record<string, Schema>))
      if ((required as string[]).includes(name) || this.#random.chance(0.4))
        made[name] = this.fitting(schema);
    if (typeof additionalProperties === 'object' && this.#random.chance(0.5))
      made.x = this.fitting(additionalProperties as Schema);
    return made;
  }

  #array({ items = {}, minItems = 0, maxItems = 4 }: Schema): unknown[] {
    const least = Number(minItems);
    const count = this.#random.int(least, Math.max(least, Math.min(Number(maxItems), 4)));
    return Array.from({ length: count }, () => this.fitting(items as Schema));
  }

  #number(schema: Schema, isInteger: boolean): number {
    const { minimum = -1e6, maximum = 1e15, exclusiveMinimum } = schema;
    const least = exclusiveMinimum === undefined ? Number(minimum) : Number(exclusiveMinimum) + 1;
    const most = Number(maximum);
    // Numbers of things are small: those that are there shall be met.
    if (this.#random.chance(0.7)) {
      const near = Math.min(most, Math.max(least, this.#random.int(0, 6)));
      return isInteger ? Math.trunc(near) : near;
    }
    if (this.#random.chance(0.3)) return this.#random.chance(0.5) ? least : most;
    const whole = this.#random.int(Math.ceil(least), Math.floor(Math.min(most, 2 ** 53 - 1)));
    return isInteger ? whole : whole + 0;
  }

  #text(schema: Schema): string {
    const { minLength = 0, maxLength = 64, pattern, format } = schema;
    if (format === 'date-time') return '2026-11-20T10:00:00+05:00';
    const random = this.#random;
    const fits = FITTING.filter(
      (text) =>
        text.length >= Number(minLength) &&
        text.length <= Number(maxLength) &&
        (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)),
    );
    if (fits.length > 0 && random.chance(0.8)) return random.pick(fits);
    const length = random.int(
      Number(minLength),
      Math.min(Number(maxLength), Number(minLength) + 40),
    );
    return Array.from({ length }, () => random.pick([...'abcdefgh0123456789-'])).join('');
  }
}
