import { ibanCheckDigits } from '../domain/iban-kz.ts';
import { channelCode } from '../domain/transfer.ts';
import type { Flows, Member } from './model.ts';

/** Where the money of a network went beyond the home country. */
export interface NetworkAbroad {
  /** ISO 3166-1 alpha-2, ascending; of accounts by their IBAN. */
  readonly countries: readonly string[];
  /** Money left by the channel for payments abroad, to an account whose country no IBAN tells. */
  readonly elsewhere: boolean;
  /** The greatest number of hand-overs between the first payer and an account of the network, or one that it paid abroad. */
  readonly hops: number;
}

const ABROAD = channelCode('abroad');
const IBAN = /^([A-Z]{2})(\d{2})([A-Z0-9]{11,30})$/;

/** Country of an IBAN with right check digits; undefined for any other name of an account. */
export function ibanCountry(name: string): string | undefined {
  const iban = IBAN.exec(name);
  return iban !== null && ibanCheckDigits(iban[1]!, iban[3]!) === iban[2] ? iban[1] : undefined;
}

/** What each payer paid abroad: countries, '' for one that is not known. One walk over the flows, for all networks. */
export function paidAbroad(
  flows: Flows,
  nameOf: (account: number) => string | undefined,
  home: string,
): ReadonlyMap<number, ReadonlySet<string>> {
  const countryOf = countries(nameOf);
  const found = new Map<number, Set<string>>();
  for (let i = 0; i < flows.count; i++) {
    const country = countryOf(flows.payee[i]!);
    const left = country === undefined ? flows.channel[i] === ABROAD : country !== home;
    if (!left) continue;
    const payer = flows.payer[i]!;
    const told = found.get(payer);
    if (told === undefined) found.set(payer, new Set([country ?? '']));
    else told.add(country ?? '');
  }
  return found;
}

function countries(nameOf: (account: number) => string | undefined) {
  const known = new Map<number, string | undefined>();
  return (account: number): string | undefined => {
    if (known.has(account)) return known.get(account);
    const country = ibanCountry(nameOf(account) ?? '');
    known.set(account, country);
    return country;
  };
}

export function abroadOf(
  members: readonly Pick<Member, 'account' | 'layer'>[],
  paid: ReadonlyMap<number, ReadonlySet<string>>,
  nameOf: (account: number) => string | undefined,
  home: string,
): NetworkAbroad {
  const told = new Set<string>();
  let hops = 0;
  for (const { account, layer } of members) {
    const country = ibanCountry(nameOf(account) ?? '');
    if (country !== undefined && country !== home) told.add(country);
    const left = paid.get(account);
    for (const one of left ?? []) told.add(one);
    hops = Math.max(hops, layer + (left === undefined ? 0 : 1));
  }
  const elsewhere = told.delete('');
  return { countries: [...told].sort(), elsewhere, hops };
}
