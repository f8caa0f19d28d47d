import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { channelCode } from '../domain/transfer.ts';
import { Engine } from './engine.ts';
import { compileRules } from './rules/compile.ts';
import { standings } from './standing.ts';

const folder = join(import.meta.dirname, '../../data/rules/kz');
const compiled = compileRules(
  readdirSync(folder).map((file) => ({
    file,
    data: parse(readFileSync(join(folder, file), 'utf8')) as unknown,
  })),
);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const { ruleset } = compiled;

const HOUR_MS = 3_600_000;
const SAVINGS = 1;
const ERRAND = 2;

type Row = readonly [hour: number, payer: number, payee: number, tenge: number, channel: string];

function standingsOf(rows: readonly Row[]) {
  const engine = new Engine({ ruleset, clock: 'exact', currency: 'KZT', thresholdsMinor: [] });
  for (const [hour, payer, payee, tenge, channel] of rows) {
    const code = channel === 'transfer' ? channelCode('transfer') : channelCode('cash_out');
    engine.step(hour * HOUR_MS, payer, payee, tenge * 100, code, 0, 0);
  }
  return standings(engine);
}

describe('standings', () => {
  it('lists who handed on what it got, with nothing against it, and not who kept it', () => {
    const list = standingsOf([
      [0, 9, ERRAND, 300_000, 'transfer'],
      [20, ERRAND, 0, 280_000, 'cash_out'],
      [0, 8, SAVINGS, 300_000, 'transfer'],
    ]);
    expect(list.find((s) => s.account === ERRAND)).toEqual({
      account: ERRAND,
      score: 0,
      typologies: {},
    });
    expect(list.some((s) => s.account === SAVINGS)).toBe(false);
  });

  it('orders by score and then by account, each account once', () => {
    const rows: Row[] = [];
    for (let i = 0; i < 12; i++) {
      rows.push([i, 100 + i, 5, 60_000, 'transfer']);
      rows.push([i + 0.1, 5, 6, 57_000, 'transfer']);
    }
    rows.push([20, 9, ERRAND, 300_000, 'transfer'], [22, ERRAND, 0, 280_000, 'cash_out']);
    const list = standingsOf(rows.sort((a, b) => a[0] - b[0]));
    expect(list[0].account).toBe(5);
    expect(list[0].score).toBeGreaterThan(0);
    const keys = list.map((s) => s.account);
    expect(new Set(keys).size).toBe(keys.length);
    for (let i = 1; i < list.length; i++)
      expect(list[i].score).toBeLessThanOrEqual(list[i - 1].score);
  });
});
