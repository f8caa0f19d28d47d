import { expect, it } from 'vitest';
import { channelCode } from '../domain/transfer.ts';
import { abroadOf, ibanCountry, paidAbroad } from './abroad.ts';

const GERMAN = 'DE89370400440532013000'; // ISO 13616's own example
const BRITISH = 'GB29NWBK60161331926819'; // the registry's
const NAMES = ['qala:acc-1', 'qala:acc-2', GERMAN, 'qala:acc-4', BRITISH];
const nameOf = (account: number) => NAMES[account];

const flows = (...rows: [payer: number, payee: number, channel?: 'abroad'][]) => ({
  count: rows.length,
  at: Float64Array.from(rows, (_, i) => i),
  payer: Uint32Array.from(rows, ([payer]) => payer),
  payee: Uint32Array.from(rows, ([, payee]) => payee),
  amountMinor: Float64Array.from(rows, () => 100),
  channel: Uint8Array.from(rows, ([, , channel]) => channelCode(channel ?? 'transfer')),
  score: Uint8Array.from(rows, () => 0),
});

const members = (...layers: number[]) => layers.map((layer, account) => ({ account, layer }));
const of = (told: ReturnType<typeof flows>, ...layers: number[]) =>
  abroadOf(members(...layers), paidAbroad(told, nameOf, 'KZ'), nameOf, 'KZ');

it('a network at home is not abroad', () => {
  expect(of(flows([0, 1]), 0, 1)).toEqual({ countries: [], elsewhere: false, hops: 1 });
});

it('countries are those of IBANs, whether a member or only paid by one', () => {
  expect(of(flows([0, 1], [1, 2]), 0, 1)).toEqual({ countries: ['DE'], elsewhere: false, hops: 2 });
  expect(of(flows([0, 1], [1, 4]), 0, 1, 2).countries).toEqual(['DE', 'GB']);
});

it('a payment abroad to an account without IBAN is told, its country is not', () => {
  expect(of(flows([1, 3, 'abroad']), 0, 1)).toEqual({ countries: [], elsewhere: true, hops: 2 });
});

it('what others pay abroad says nothing of the network', () => {
  expect(of(flows([3, 2]), 0, 1).countries).toEqual([]);
});

it('only right check digits make an IBAN', () => {
  expect([
    ibanCountry(GERMAN),
    ibanCountry('DE00370400440532013000'),
    ibanCountry('DEABC'),
  ]).toEqual(['DE', undefined, undefined]);
});
