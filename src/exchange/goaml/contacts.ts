import type { CaseContact, CaseParty } from '../../domain/case/case-file.ts';
import { parsePhone } from '../../domain/phone.ts';
import { networkDevices } from './devices.ts';
import { country, type Writing } from './writing.ts';
import { cut, group, someGroup, someText, text } from './xml.ts';

/** email_address of the schema. */
const EMAIL =
  /^[_a-zA-Z0-9+-]+(\.[_a-zA-Z0-9+-]+)*@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,15}$/;
const ADDRESS_MOST = 100;

/** Phones, e-mails, devices and social accounts of a party: its own and those seen with it. */
export interface Reach {
  readonly phones: string;
  readonly addresses: string;
  readonly devices: string;
  readonly emails: string;
  readonly social: string;
  /** For comments: what has no element. */
  readonly rest: readonly string[];
}

export function reachOf(writing: Writing, party: CaseParty): Reach {
  const seen = writing.contacts.get(party.id) ?? [];
  const values = (kind: CaseContact['kind']) =>
    seen.filter((contact) => contact.kind === kind).map(({ value }) => value);
  const emails = [...new Set([...party.emails, ...values('email')])];
  const devices = networkDevices(values('device'), values('ip'));
  return {
    phones: [...new Set([...party.phones, ...values('phone')])]
      .filter((phone) => phone !== '')
      .map((phone) => phoneXml(writing, party, phone))
      .join(''),
    addresses: addressXml(writing, party),
    devices: devices.xml,
    emails: emails
      .filter((email) => isEmail(email))
      .map((email) => text('email', email, 255))
      .join(''),
    social: someGroup('social_media', ...seen.map(socialXml)),
    rest: [
      ...emails.filter((email) => !isEmail(email)).map((email) => `E-mail: ${email}`),
      ...devices.rest,
      ...seen.filter(({ kind }) => REST.has(kind)).map(({ kind, value }) => `${kind}: ${value}`),
    ],
  };
}

/** Kinds of contact that a person of the schema has no element for. */
const REST: ReadonlySet<CaseContact['kind']> = new Set([
  'card',
  'iban',
  'wallet',
  'link',
  'invite',
]);

const isEmail = (email: string): boolean => email.length <= 255 && EMAIL.test(email);

function phoneXml({ tables }: Writing, { kind }: CaseParty, phone: string): string {
  const read = parsePhone(phone);
  const how = read.ok ? read.value.kind : 'unknown';
  return group(
    'phone',
    text('tph_contact_type', contactType(tables, kind), 50),
    text(
      'tph_communication_type',
      how === 'mobile' || how === 'landline'
        ? tables.communication[how]
        : tables.communication.other,
      50,
    ),
    text('tph_number', read.ok ? read.value.value : phone, 50),
  );
}

const contactType = (tables: Writing['tables'], kind: CaseParty['kind']): string =>
  kind === 'company' ? tables.contact.company : tables.contact.person;

/** The case keeps an address as one line: town and region are not told apart, and nothing is guessed. */
function addressXml(writing: Writing, { address, resident, citizenship, kind }: CaseParty): string {
  if (address === null || address.trim() === '') return '';
  const { tables, file } = writing;
  const signs = [...address];
  const line = (n: number) => signs.slice(n * ADDRESS_MOST, (n + 1) * ADDRESS_MOST).join('');
  const home = resident === true ? file.institution.country : citizenship;
  return group(
    'address',
    text('address_type', contactType(tables, kind), 50),
    text('address', line(0), ADDRESS_MOST),
    someText('additional_address_line1', line(1), ADDRESS_MOST),
    someText('additional_address_line2', line(2), ADDRESS_MOST),
    text('city', tables.unknown.text, 255),
    text('country_code', country(writing, home), 50),
    text('state', tables.unknown.text, 255),
    someText('comments', signs.slice(3 * ADDRESS_MOST).join(''), 8_000),
  );
}

/** A name in a social network; Telegram's where the kind says so. */
function socialXml({ kind, value }: CaseContact): string {
  if (value === '') return '';
  if (kind === 'handle' || kind === 'bot') return account('Telegram', value);
  if (kind !== 'profile') return '';
  const [platform = '', ...rest] = value.split('/');
  return account(platform, rest.join('/'));
}

const account = (platform: string, name: string): string =>
  group('social_account', text('platform', cut(platform, 255), 255), text('user_name', name, 255));
