import type { CaseDocument, CaseParty } from '../../domain/case/case-file.ts';
import { toIso9 } from '../translit/iso9.ts';
import { entryOf } from './code-tables.ts';
import { reachOf } from './contacts.ts';
import { latinName } from './latin.ts';
import { midnight } from './times.ts';
import { country, once, roleRemark, type Told, type Writing } from './writing.ts';
import { comments, group, someGroup, someText, text } from './xml.ts';

/** What t_person_my_client demands of a client and the case may not know. */
type Missing = 'birthdate' | 'identification';

/**
 * A person in the order of t_person and t_person_my_client, which is one order. A client of the reporter of whom all is known
 * that the strict form demands is told in it; anybody else in the general form, and what was missing is left.
 */
export const personTold = (writing: Writing, party: CaseParty): Told =>
  once(writing, `person:${party.id}`, () => {
    const missing = missingOf(writing, party);
    const asClient = party.isClient && missing.length === 0;
    if (party.isClient && !asClient)
      writing.left.add(
        `party ${party.id}: told as a person and not as a client: no ${missing.join(', no ')}`,
      );
    return { xml: personXml(writing, party, asClient), asClient };
  });

function missingOf(writing: Writing, party: CaseParty): readonly Missing[] {
  return [
    ...(midnight(party.bornOn) === null ? (['birthdate'] as const) : []),
    ...(identification(writing, party) === '' ? (['identification'] as const) : []),
  ];
}

/** The parts of t_person between its tags; the tag is the caller's. */
function personXml(writing: Writing, party: CaseParty, asClient: boolean): string {
  const { tables } = writing;
  const reach = reachOf(writing, party);
  const names = namesOf(writing, party);
  const document = documentNumber(party.document);
  const isPassport = party.document?.kind === 'passport' && document !== '';
  const residence = party.resident === true ? writing.file.institution.country : party.citizenship;
  const phones = asClient ? group : someGroup;
  return [
    text('gender', party.sex === null ? tables.unknown.code : tables.gender[party.sex], 50),
    names.xml,
    someText('birthdate', midnight(party.bornOn), 19),
    someText('birth_place', party.birthPlace, 255),
    names.originals,
    isPassport
      ? text('passport_number', document, 255) +
        text('passport_country', country(writing, party.citizenship), 50)
      : '',
    asClient || document !== '' ? text('id_number', document, 255) : '',
    asClient || party.citizenship !== null
      ? text('nationality1', country(writing, party.citizenship), 50)
      : '',
    asClient || party.resident !== null ? text('residence', country(writing, residence), 50) : '',
    phones('phones', reach.phones),
    someGroup('addresses', reach.addresses),
    reach.devices,
    reach.emails,
    reach.social,
    someText('occupation', party.occupation, 255),
    identification(writing, party),
    someText('tax_number', party.taxNumber, 100),
    asClient ? text('tax_reg_number', tables.taxRegNumber, 100) : '',
    party.pep === true
      ? group('peps', group('pep', text('pep_country', country(writing, party.citizenship), 50)))
      : '',
    comments([roleRemark(party.role), ...names.notes, ...reach.rest]),
  ].join('');
}

interface Names {
  readonly xml: string;
  /** alias and full_name_frn: the name by ISO 9, from which the original can be restored, and the original itself. */
  readonly originals: string;
  readonly notes: readonly string[];
}

function namesOf(writing: Writing, party: CaseParty): Names {
  const { tables, left } = writing;
  const parts = party.personName ?? splitName(party.name);
  const unknown = (latin: string) => (latin === '' ? tables.unknown.text : latin);
  const [first, middle, last] = [parts.given, parts.patronymic ?? '', parts.surname].map((part) =>
    latinName(part, 100),
  ) as [Latin, Latin, Latin];
  const whole = party.name ?? [parts.surname, parts.given, parts.patronymic ?? ''].join(' ').trim();
  if (whole === '') left.add(`party ${party.id}: no name`);
  else if (party.personName === null)
    left.add(`party ${party.id}: the name was split by the order surname, given name, patronymic`);
  if (first.lost || middle.lost || last.lost)
    left.add(
      `party ${party.id}: letters of the name have no Latin form; the original stands beside`,
    );
  const isLatin = /^[a-zA-Z0-9 .'-]*$/.test(whole);
  return {
    xml:
      text('first_name', unknown(first.latin), 100) +
      someText('middle_name', middle.latin, 100) +
      text('last_name', unknown(last.latin), 100),
    originals: isLatin
      ? ''
      : someText('alias', toIso9(whole), 100) + someText('full_name_frn', whole, 255),
    notes: party.kind === 'sole_trader' ? ['Sole trader'] : [],
  };
}

type Latin = ReturnType<typeof latinName>;

/** In documents and statements of Kazakhstan the surname stands first. */
function splitName(name: string | null) {
  const [surname = '', given = '', ...rest] = (name ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return { surname, given, patronymic: rest.length === 0 ? null : rest.join(' ') };
}

const documentNumber = (document: CaseDocument | null): string =>
  [document?.series ?? '', document?.number ?? ''].filter((part) => part !== '').join(' ');

/** t_person_identification wants the number and both dates: without them it is left, and id_number tells the number. */
function identification(writing: Writing, party: CaseParty): string {
  const { document, citizenship } = party;
  const number = documentNumber(document);
  if (document === null || number === '') return '';
  const issued = midnight(document.issuedOn);
  const expires = midnight(document.expiresOn);
  if (issued === null || expires === null) {
    writing.left.add(`party ${party.id}: the document has no dates of issue and expiry`);
    return '';
  }
  const { documents } = writing.tables;
  const code = entryOf(documents, document.kind) ?? documents.other;
  return group(
    'identification',
    text('type', code, 50),
    text('number', number, 255),
    text('issue_date', issued, 19),
    text('expiry_date', expires, 19),
    someText('issued_by', document.issuedBy, 255),
    text('issue_country', country(writing, citizenship), 50),
    code === documents.other ? comments([`Kind: ${document.kind}`]) : '',
  );
}
