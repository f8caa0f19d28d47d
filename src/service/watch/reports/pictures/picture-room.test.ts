import { expect, it } from 'vitest';
import { QorganError } from '../../../../domain/errors/catalogue.ts';
import { openReportDesk } from '../report-desk.ts';
import { refuseNoRoom, takeRoom } from './picture-room.ts';

const MB = 2 ** 20;
const DAY_MS = 86_400_000;

it('one network fills no disk with pictures, and others go on', () => {
  let at = Date.UTC(2026, 10, 20, 9);
  const desk = openReportDesk({ now: () => at } as never);
  const add = (address: string): string => {
    try {
      refuseNoRoom(desk, address);
      takeRoom(desk, address, MB);
      return '';
    } catch (error) {
      return error instanceof QorganError ? error.problem.code : String(error);
    }
  };
  const tries = (count: number, addressOf: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => add(addressOf(n))).filter((code) => code === '').length;
  expect(tries(40, (n) => `2001:db8:1:${n}::1`)).toBe(20);
  expect(add('2001:db8:1:1::1')).toBe('QRG_WATCH_REPORT_OFTEN');
  expect(add('2001:db8:2:1::1')).toBe('');
  // Nor do many networks together.
  expect(tries(1_000, (n) => `10.0.${n >> 8}.${n & 255}`)).toBeLessThan(310);
  at += DAY_MS;
  expect(add('2001:db8:1:1::1')).toBe('');
});
