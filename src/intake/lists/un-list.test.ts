import { describe, expect, it } from 'vitest';
import { readAll } from './list-files.fixture.ts';

/** Built as the list of the Security Council is; the people and the organisation are invented. */
const SAMPLE = `<?xml version="1.0" encoding="utf-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-11-01T00:00:00.000Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>9000001</DATAID>
      <VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>EXAMPLE</FIRST_NAME>
      <SECOND_NAME>INVENTED</SECOND_NAME>
      <THIRD_NAME>PERSON</THIRD_NAME>
      <FOURTH_NAME/>
      <UN_LIST_TYPE>Invented</UN_LIST_TYPE>
      <REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>
      <LISTED_ON>2016-11-30</LISTED_ON>
      <NAME_ORIGINAL_SCRIPT>Мысал Үлгі</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Nobody &amp; nothing.</COMMENTS1>
      <DESIGNATION><VALUE>Invented post</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Nowhere</VALUE><VALUE/></NATIONALITY>
      <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Sample One; Sample Two</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Sam</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1964-07-17</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1962</FROM_YEAR><TO_YEAR>1965</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1963</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>N-0012345</NUMBER></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>number unknown</NUMBER></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT/>
      <SORT_KEY/>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>9000002</DATAID>
      <FIRST_NAME>INVENTED TRADING, LTD</FIRST_NAME>
      <LISTED_ON>2017-01-02</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME><![CDATA[I&T]]></ALIAS_NAME></ENTITY_ALIAS>
    </ENTITY>
    <ENTITY><DATAID>9000003</DATAID></ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
`;

const refusedAs = async (text: string): Promise<string> =>
  readAll(text).then(
    () => 'taken',
    (error) => error.problem.code,
  );

describe('the consolidated list of the UN', () => {
  it('gives persons with names, births, documents', async () => {
    const { entries, format } = await readAll(SAMPLE);
    expect(format).toBe('un_xml');
    expect(entries[0]).toEqual({
      line: 4,
      entry: {
        sourceId: '9000001',
        party: 'person',
        keys: [{ kind: 'document', value: 'N0012345' }],
        names: [
          { text: 'EXAMPLE INVENTED PERSON', quality: 'main' },
          { text: 'Мысал Үлгі', quality: 'original' },
          { text: 'Sample One', quality: 'good' },
          { text: 'Sample Two', quality: 'good' },
          { text: 'Sam', quality: 'low' },
        ],
        births: [
          { day: '1964-07-17' },
          { fromYear: 1962, toYear: 1965 },
          { fromYear: 1963, toYear: 1963 },
        ],
        countries: ['Nowhere'],
        reason: 'Invented XXi.001',
        note: 'Nobody & nothing.',
        since: Date.parse('2016-11-30T00:00+06:00'),
      },
    });
  });

  it('gives organisations', async () => {
    const { entry } = (await readAll(SAMPLE)).entries[1];
    expect([entry.party, entry.sourceId]).toEqual(['organisation', '9000002']);
    expect(entry.names.map(({ text }) => text)).toEqual(['INVENTED TRADING, LTD', 'I&T']);
  });

  it('drops nothing in silence', async () => {
    const { faults, ignored } = await readAll(SAMPLE);
    expect(faults.map(({ line, column, code, effect }) => [line, column, code, effect])).toEqual([
      [4, 'INDIVIDUAL_DOCUMENT/NUMBER', 'QRG_LIST_DOCUMENT', 'cell_left_out'],
      [38, '', 'QRG_LIST_NOBODY', 'row_refused'],
    ]);
    expect(ignored).toEqual(['DESIGNATION']);
  });

  it('does not depend on where the file is cut', async () => {
    const whole = await readAll(SAMPLE);
    for (const size of [1, 5, 999]) expect(await readAll(SAMPLE, { size })).toEqual(whole);
  });
});

describe('hostile and broken XML', () => {
  it('refuses types and entities: nothing is expanded, nothing is fetched', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY lol${i} "${`&lol${i || ''};`.repeat(10)}">`,
    ).join('')}]><CONSOLIDATED_LIST>&lol8;</CONSOLIDATED_LIST>`;
    expect(await refusedAs(laughs)).toBe('QRG_LIST_XML_DTD');
    expect(await refusedAs('<!DOCTYPE x SYSTEM "file:///etc/hostname"><CONSOLIDATED_LIST/>')).toBe(
      'QRG_LIST_XML_DTD',
    );
    expect(await refusedAs('<CONSOLIDATED_LIST>&xxe;</CONSOLIDATED_LIST>')).toBe('QRG_LIST_XML');
  });

  it.each([
    ['depth', `<CONSOLIDATED_LIST>${'<a>'.repeat(1_000_000)}`],
    ['a text without an end', `<CONSOLIDATED_LIST><a>${'x'.repeat(1 << 20)}`],
    ['a comment without an end', `<CONSOLIDATED_LIST><!--${'x'.repeat(1 << 20)}`],
    ['an attribute without an end', `<CONSOLIDATED_LIST a="${'x'.repeat(1 << 20)}`],
    ['a declaration without an end', `<!DOCTYPE ${'x'.repeat(1 << 20)}`],
    [
      'an entry without an end',
      `<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>${`<A>${'x'.repeat(60_000)}</A>`.repeat(40)}`,
    ],
  ])('bounds %s', async (_, text) => {
    expect(await refusedAs(text)).toBe('QRG_LIST_XML');
  });

  it('refuses a list that breaks off, as a whole', async () => {
    expect(await refusedAs(SAMPLE.slice(0, SAMPLE.indexOf('<ENTITIES>')))).toBe('QRG_LIST_XML');
    expect(await refusedAs(SAMPLE.replace('</INDIVIDUAL>', '</OTHER>'))).toBe('QRG_LIST_XML');
  });

  it('refuses XML that is something else', async () => {
    expect(await refusedAs('<Document><a/></Document>')).toBe('QRG_LIST_FORMAT');
  });
});
