import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../src/domain/random.ts';
import { type ScanOptions, scan } from '../src/service/scan/scan.ts';
import { simulate } from '../src/sim/simulate.ts';
import { caseFolder } from '../src/sim/statements/case-folder.ts';
import { writeWorld } from '../src/sim/write.ts';
import { contents, networksOf, OUTPUTS, type Output } from './fixtures/read-outputs.ts';
import { scratchFolder } from './fixtures/scratch-folder.ts';

const scratch = scratchFolder();

beforeAll(async () => {
  const world = simulate({ seed: 15, days: 60, people: 600 });
  await writeWorld(world, scratch('town'));
  await caseFolder(simulate({ seed: 15, days: 60, people: 2000 }), scratch('case'), { seed: 15 });
  writeFileSync(scratch('apart.csv'), timesApart(readFileSync(scratch('town/transfers.csv'))));
});

function inputs(): Record<string, Pick<ScanOptions, 'paths' | 'customers'>> {
  return {
    statements: { paths: [scratch('case')] },
    csv: { paths: [scratch('town/transfers.csv')], customers: scratch('town/customers.csv') },
  };
}

describe.each(['statements', 'csv'])('%s scanned twice', (kind) => {
  test('every file is the same to the byte', async () => {
    const once = await outputsOf(`${kind}-1`, inputs()[kind]);
    const again = await outputsOf(`${kind}-2`, inputs()[kind]);
    expect([...once.keys()]).toEqual([...OUTPUTS]);
    expect(networksOf(scratch(`${kind}-1`)).length).toBeGreaterThan(0);
    for (const name of OUTPUTS) expect(sameBytes(once, again, name), name).toBe(true);
  });
});

describe('rows of a file in another order', () => {
  beforeAll(() => {
    const [header = '', ...rows] = readFileSync(scratch('apart.csv'), 'utf8').trimEnd().split('\n');
    const shuffled = createRandom(7).shuffle(rows);
    writeFileSync(scratch('shuffled.csv'), `${[header, ...shuffled].join('\n')}\n`);
  });

  // Customers, where given, number the accounts; without them the rows do, and those come in another order.
  test.each(['with', 'without'])('%s customers: nothing that is said changes', async (given) => {
    const customers = given === 'with' ? { customers: scratch('town/customers.csv') } : {};
    const scanned = (name: string) =>
      outputsOf(`${name}-${given}`, { paths: [scratch(`${name}.csv`)], ...customers });
    const straight = await scanned('apart');
    const mixed = await scanned('shuffled');
    expect(networksOf(scratch(`apart-${given}`)).length).toBeGreaterThan(0);
    for (const name of ['transfers.csv', 'accounts.csv', 'networks.json'] as const)
      expect(linesApart(straight.get(name), mixed.get(name)), name).toEqual([]);
  });
});

/** Lines where two files differ, the first few. */
function linesApart(a: Buffer | undefined, b: Buffer | undefined): [string, string][] {
  const [left, right] = [String(a).split('\n'), String(b).split('\n')];
  const longer = left.length > right.length ? left : right;
  return longer
    .map((_, i): [string, string] => [left[i] ?? '', right[i] ?? ''])
    .filter(([x, y]) => x !== y)
    .map(([x, y]): [string, string] => [x.slice(0, 200), y.slice(0, 200)])
    .slice(0, 5);
}

async function outputsOf(
  out: string,
  input: Pick<ScanOptions, 'paths' | 'customers'> | undefined,
): Promise<Map<string, Buffer>> {
  if (input === undefined) throw new Error(`no input for ${out}`);
  await scan({ ...input, out: scratch(out), language: 'ru' });
  return contents(scratch(out));
}

const sameBytes = (a: Map<string, Buffer>, b: Map<string, Buffer>, name: Output): boolean =>
  a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) ?? false;

/** The transfers of a town with no two at one moment: each a millisecond after the one before, or later. */
function timesApart(csv: Buffer): string {
  const [header = '', ...lines] = csv.toString('utf8').trimEnd().split('\n');
  let last = Number.NEGATIVE_INFINITY;
  const rows = lines.map((line) => {
    const [id, at = '', ...rest] = line.split(',');
    last = Math.max(last + 1, Date.parse(at));
    return [id, new Date(last).toISOString(), ...rest].join(',');
  });
  return `${[header, ...rows].join('\n')}\n`;
}
