import { describe, expect, it } from 'vitest';
import { type Conduct, roleOf } from './roles.ts';

const conduct = (facts: Partial<Conduct>): Conduct => ({
  inMinor: 0,
  outMinor: 0,
  fromOutsideMinor: 0,
  outsidePayers: 0,
  fromMembersMinor: 0,
  fromMembers: 0,
  toMembersMinor: 0,
  toMembers: 0,
  passedMinor: 0,
  cashMinor: 0,
  isCommonSink: false,
  ...facts,
});

describe('roleOf', () => {
  it.each([
    ['victim', 'pays one member from its own', { toMembersMinor: 100, toMembers: 1 }],
    [
      'victim',
      'was sent a little back to win its trust',
      { toMembersMinor: 100, toMembers: 1, fromMembersMinor: 5, fromMembers: 1 },
    ],
    [
      'collector',
      'gathers and hands on',
      {
        fromOutsideMinor: 100,
        outsidePayers: 30,
        passedMinor: 95,
        toMembersMinor: 95,
        toMembers: 2,
      },
    ],
    [
      'cashout',
      'an exchanger that pays the supplier one half and buys coins for the other',
      {
        fromMembersMinor: 100,
        fromMembers: 2,
        passedMinor: 95,
        toMembersMinor: 55,
        toMembers: 1,
        cashMinor: 40,
      },
    ],
    ['collector', 'gathers and keeps for now', { fromOutsideMinor: 100, outsidePayers: 30 }],
    [
      'transit',
      'hands on within the limit',
      { fromMembersMinor: 100, fromMembers: 1, passedMinor: 97, toMembersMinor: 97, toMembers: 1 },
    ],
    [
      'transit',
      'was paid by one victim and handed on',
      {
        fromOutsideMinor: 100,
        outsidePayers: 1,
        passedMinor: 97,
        toMembersMinor: 97,
        toMembers: 1,
      },
    ],
    [
      'cashout',
      'takes the money out at a machine',
      { fromMembersMinor: 100, fromMembers: 3, passedMinor: 90, cashMinor: 90 },
    ],
    ['cashout', 'is the end of a single line', { fromMembersMinor: 100, fromMembers: 1 }],
    [
      'organiser',
      'gets the money of many and keeps it',
      { fromMembersMinor: 100, fromMembers: 6, isCommonSink: true },
    ],
    ['organiser', 'deals out to many cards', { toMembersMinor: 100, toMembers: 9 }],
    ['none', 'did nothing with anybody inside', { fromOutsideMinor: 100, outsidePayers: 1 }],
  ] as const)('%s: %s', (role, _, facts) => {
    expect(roleOf(conduct(facts))).toBe(role);
  });
});
