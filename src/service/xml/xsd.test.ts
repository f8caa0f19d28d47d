import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readXsd } from './xsd.ts';

const folder = mkdtempSync(join(tmpdir(), 'qorgan-xsd-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schemaFile = (text: string): string => {
  const path = join(folder, `${Math.abs(hash(text))}.xsd`);
  writeFileSync(path, text);
  return path;
};
const hash = (text: string) => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7);
const schema = (pattern: string, more = '') =>
  schemaFile(
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${more}\n<xs:element name="report"><xs:complexType><xs:sequence>\n` +
      `<xs:element name="name" maxOccurs="unbounded"><xs:simpleType><xs:restriction base="xs:string">\n<xs:pattern value="${pattern}"/>` +
      '</xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>',
  );
const xsdOf = async (path: string) => {
  const read = await readXsd(path);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};
const report = (...names: string[]) =>
  new TextEncoder().encode(
    `<report>\n${names.map((name) => `<name>${name}</name>`).join('\n')}</report>`,
  );

test('anchors of .NET are no letters, and what was altered is told with its line', async () => {
  using xsd = disposing(await xsdOf(schema("^[a-zA-Z0-9 .'-]*$")));
  expect(xsd.altered).toEqual([{ line: 4, was: "^[a-zA-Z0-9 .'-]*$", now: "[a-zA-Z0-9 .'-]*" }]);
  expect(xsd.check(report('Sara', "O'Neil-Smith"))).toEqual([]);
  expect(xsd.check(report('Sara', 'Сара'))).toMatchObject([{ line: 3 }]);
});

test('a hyphen after a range is a hyphen', async () => {
  using xsd = disposing(
    await xsdOf(
      schema('^[_a-zA-Z0-9-+]+(\\.[_a-zA-Z0-9-+]+)*@[a-zA-Z0-9-]+(?:\\.[a-zA-Z]{2,15})$'),
    ),
  );
  expect(xsd.check(report('a-b+c.d@example.kz'))).toEqual([]);
  expect(xsd.check(report('a,b@example.kz'))).toHaveLength(1);
});

test('a pattern that needs no change stays as it is', async () => {
  using xsd = disposing(await xsdOf(schema('[A-Z]{2}\\d{2}([-a-z_-]|\\^)*')));
  expect(xsd.altered).toEqual([]);
  expect(xsd.check(report('KZ12-ab^_'))).toEqual([]);
});

test('a document that is not well formed is told by its line', async () => {
  using xsd = disposing(await xsdOf(schema('.*')));
  const [problem] = xsd.check(new TextEncoder().encode('<report>\n<name>a</nam>\n</report>'));
  expect(problem?.line).toBe(2);
});

test('a document may be wrong in very many places: a hundred are told', async () => {
  using xsd = disposing(await xsdOf(schema('a')));
  expect(xsd.check(report(...Array(500).fill('b')))).toHaveLength(100);
});

test('neither a schema nor a document reaches another file', async () => {
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'secret');
  const entity = `<!DOCTYPE report [<!ENTITY x SYSTEM "file://${secret}">]><report><name>&x;</name></report>`;
  using xsd = disposing(await xsdOf(schema('.*')));
  expect(xsd.check(new TextEncoder().encode(entity))).toEqual([{ line: 1, message: 'DOCTYPE' }]);
  expect(xsd.check(Buffer.from(`\ufeff${entity}`, 'utf16le'))).toEqual([
    { line: 1, message: 'DOCTYPE' },
  ]);

  const include = schema('.*', `\n<xs:include schemaLocation="file://${secret}"/>`);
  expect(await readXsd(include)).toMatchObject({
    ok: false,
    problem: { code: 'QRG_XSD_INVALID', args: { line: 2, what: 'schemaLocation' } },
  });
  expect(await readXsd(schemaFile(`<!DOCTYPE a>${entity}`))).toMatchObject({ ok: false });
});

test('what is no schema is refused by name', async () => {
  expect(await readXsd(join(folder, 'none.xsd'))).toMatchObject({
    problem: { code: 'QRG_XSD_UNREADABLE' },
  });
  expect(await readXsd(schemaFile('<a/>'))).toMatchObject({ problem: { code: 'QRG_XSD_INVALID' } });
  expect(await readXsd(schema('(?=a)b'))).toMatchObject({ problem: { code: 'QRG_XSD_INVALID' } });
});

const disposing = <T extends { dispose(): void }>(xsd: T) =>
  Object.assign(xsd, { [Symbol.dispose]: () => xsd.dispose() });
