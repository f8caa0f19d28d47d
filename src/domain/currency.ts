import { fail, ok, type Result } from './errors/catalogue.ts';

/**
 * Currencies by the number of digits after the point, ISO 4217 (list one, active codes of circulating
 * money). A code that is not here is not money Qorgan can count.
 */
const CODES_BY_EXPONENT: ReadonlyArray<readonly [number, string]> = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD
     CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
     GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD
     MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP
     PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS
     TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
];

const EXPONENT = new Map(
  CODES_BY_EXPONENT.flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code) => [code, exponent] as const),
  ),
);

/**
 * How statements of Kazakh banks name money besides its code. Only names that mean one currency:
 * '$' in a Kazakh statement is the US dollar. The numbers are the ISO 4217 numeric codes.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  KZT: ['₸', 'тг', 'тнг', 'тенге', 'теңге', 'tenge', '398'],
  USD: ['$', 'us$', 'доллар сша', 'доллары сша', 'ақш доллары', 'us dollar', '840'],
  EUR: ['€', 'евро', 'еуро', 'euro', '978'],
  RUB: ['₽', 'руб', 'российский рубль', 'ресей рублі', 'rur', '643'],
  CNY: ['китайский юань', 'юань', 'қытай юані', '156'],
  KGS: ['киргизский сом', 'кыргызский сом', 'қырғыз сомы', '417'],
  UZS: ['узбекский сум', 'өзбек сумы', '860'],
  GBP: ['£', 'фунт стерлингов', 'фунт стерлинг', '826'],
  TRY: ['₺', 'турецкая лира', 'түрік лирасы', '949'],
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);

/** Sign shown after a sum where people know it; every other currency shows its code. */
const SYMBOL: Readonly<Record<string, string>> = { KZT: '₸', USD: '$', EUR: '€', RUB: '₽' };

/** Digits after the point, 0, 2 or 3; undefined for a code that is not known. */
export const exponentOf = (code: string): number | undefined => EXPONENT.get(code);

export const symbolOf = (code: string): string => SYMBOL[code] ?? code;

/**
 * The ISO 4217 code of what a file calls a currency: 'KZT', 'kzt', '₸', 'тг.', '398', or a code with
 * a name beside it, 'KZT - Тенге'. Fails with QRG_MONEY_CURRENCY.
 */
export function parseCurrency(text: string): Result<string> {
  const plain = text.trim().replace(/\.+$/, '');
  const code = /^([a-z]{3})(?:\s*[-–—,(/].*)?$/iu.exec(plain)?.[1]?.toUpperCase() ?? '';
  if (EXPONENT.has(code)) return ok(code);
  const named = BY_NAME.get(plain.toLowerCase().replace(/\s+/g, ' '));
  return named === undefined ? fail('QRG_MONEY_CURRENCY', { value: text.slice(0, 40) }) : ok(named);
}
