import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { JsonArray } from './json-array.ts';
import { inventParties, readAll } from './list-files.fixture.ts';

const [a, b] = inventParties(31, 2);
const first = { iin: a.iin, phones: [a.phone, b.phone], name: a.name, since: '2026-02-01' };
const second = {
  person: { iin: Number(b.iin), accounts: [{ iban: b.iban }] },
  reason: 'dropper',
  sum: 5,
};

describe('a list in JSON', () => {
  it('says the same as an array and as an object a line', async () => {
    const array = await readAll(JSON.stringify([first, second], null, 2));
    const lines = await readAll(`${JSON.stringify(first)}\n\n${JSON.stringify(second)}`);
    expect([array.format, lines.format]).toEqual(['json', 'ndjson']);
    expect(array.entries.map(({ entry }) => entry)).toEqual(
      lines.entries.map(({ entry }) => entry),
    );
    expect(array.entries.map(({ line }) => line)).toEqual([2, 11]);
    expect(lines.entries.map(({ line }) => line)).toEqual([1, 3]);
    expect(array.entries[1].entry.keys.map(({ value }) => value)).toEqual([b.iin, b.iban]);
    expect(array.ignored).toEqual(['sum']);
  });

  it('names the place inside of an object', async () => {
    const { faults } = await readAll(
      JSON.stringify([{ iin: a.iin, contact: { phones: ['x', a.phone] } }]),
    );
    expect(faults).toMatchObject([
      { line: 1, column: 'contact.phones[0]', code: 'QRG_PHONE_FORM' },
    ]);
  });

  it('loses the line that is wrong and no other', async () => {
    const { entries, faults } = await readAll(
      `${JSON.stringify(first)}\n{"iin": \n[1]\n${JSON.stringify(second)}\n`,
    );
    expect(entries.map(({ line }) => line)).toEqual([1, 4]);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'QRG_LIST_OBJECT'],
      [3, 'QRG_LIST_OBJECT'],
    ]);
  });

  it('loses the object that is wrong inside and no other', async () => {
    const { entries, faults } = await readAll(`[{"iin" ${a.iin}},\n{"iin":"${b.iin}"}, [7]]`);
    expect(entries.map(({ line }) => line)).toEqual([2]);
    expect(faults.map(({ code }) => code)).toEqual(['QRG_LIST_OBJECT', 'QRG_LIST_OBJECT']);
  });

  it.each([
    '[{"iin":"1"},',
    '[{"iin":"1"',
    '[',
    '[{"a":1}] x',
    '[1]',
    '[{"a":1} {"a":2}]',
    '[{},]',
  ])('is refused as a whole when it is torn or no array: %s', async (text) => {
    await expect(readAll(text)).rejects.toMatchObject({ problem: { code: 'QRG_LIST_JSON' } });
  });

  it('refuses an object a million deep, and one that is too long, and reads on', async () => {
    const deep = `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`;
    const long = JSON.stringify({ iin: a.iin, note: 'x'.repeat(1 << 20) });
    const bottomless = `{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`;
    const objects = [deep, long, bottomless, JSON.stringify(first)];
    for (const text of [`[${objects.join(',\n')}]`, objects.join('\n')]) {
      const { entries, faults } = await readAll(text);
      expect(entries.map(({ line }) => line)).toEqual([4]);
      expect(faults.map(({ line, code }) => [line, code])).toEqual([
        [1, 'QRG_LIST_OBJECT'],
        [2, 'QRG_ROW_LONG'],
        [3, 'QRG_ROW_LONG'],
      ]);
    }
  });
});

test('elements come out as JSON.parse sees them, wherever the text is cut', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
  fc.assert(
    fc.property(
      fc.array(object, { maxLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      (objects, size) => {
        const bytes = Buffer.from(JSON.stringify(objects, null, 1));
        const found: unknown[] = [];
        const array = new JsonArray({
          item: (item) => found.push(JSON.parse(Buffer.from(item).toString())),
          tooLong: () => expect.unreachable(),
          broken: () => expect.unreachable(),
        });
        for (let from = 0; from < bytes.length; from += size)
          array.write(bytes.subarray(from, from + size));
        array.end();
        expect(found).toEqual(JSON.parse(bytes.toString()));
      },
    ),
  );
});
