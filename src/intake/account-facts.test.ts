import { expect, test } from 'vitest';
import { AccountTable } from '../domain/account.ts';
import type { Reject } from '../domain/reject.ts';
import { readCustomers } from './account-facts.ts';

function read(text: string) {
  const accounts = new AccountTable();
  const rejects: Reject[] = [];
  const reject = (one: Reject) => rejects.push(one);
  readCustomers({ name: 'customers.csv', text }, { accounts, language: 'en', reject });
  const of = (name: string) => accounts.facts.get(accounts.indexOf(name) ?? -1);
  return { of, rejects };
}

test('rating, links and cards are read; an empty cell says nothing', () => {
  const { of, rejects } = read('account,rating,linked_accounts,cards\nA,74,3,2\nB,,,\nC,0,0,0\n');
  expect(of('A')).toEqual({ ratingPoints: 74, linkedAccounts: 3, cards: 2 });
  expect(of('B')).toEqual({});
  expect(of('C')).toEqual({ ratingPoints: 0, linkedAccounts: 0, cards: 0 });
  expect(rejects).toEqual([]);
});

test('cards of one owner at one bank are added up, those at another bank are not', () => {
  const { of } = read(
    'account,owner,bank_code,cards\nA,1,722,2\nB,1,722,4\nC,1,601,1\nD,2,722,1\nE,,722,9\nF,,722,1\n',
  );
  expect(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => of(name)?.cards)).toEqual([6, 6, 1, 1, 9, 1]);
});

test('a number that cannot be one refuses its row, with its place', () => {
  const { of, rejects } = read(
    'account,rating,linked_accounts,cards\nA,101,,\nB,-1,,\nC,,1.5,\nD,,,many\nE,,99999999,\nF,50,1,1\n',
  );
  expect(rejects.map(({ line, args }) => [line, args?.column])).toEqual([
    [2, 'rating'],
    [3, 'rating'],
    [4, 'linked_accounts'],
    [5, 'cards'],
    [6, 'linked_accounts'],
  ]);
  expect([of('A'), of('F')?.ratingPoints]).toEqual([undefined, 50]);
});
