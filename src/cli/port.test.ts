import { expect, test } from 'vitest';
import { portOf } from './port.ts';

test.each([
  [undefined, 8080],
  ['', 8080],
  ['0', 0],
  ['80', 80],
  ['65535', 65_535],
])('PORT=%s is %d', (PORT, port) => {
  expect(portOf({ PORT })).toBe(port);
});

test.each(['abc', '99999', '65536', '-1', '80.5', '1e3', ' 80', '0x50'])(
  'PORT=%s is refused',
  (PORT) => {
    expect(() => portOf({ PORT })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'QRG_USAGE' }) }),
    );
  },
);
