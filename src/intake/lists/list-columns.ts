import { normalSpelling } from '../statements/spelling.ts';

/** What a column of a list, or a key of its JSON, holds. */
export const LIST_FIELDS = [
  'id',
  'iin_or_bin',
  'account',
  'card',
  'phone',
  'document',
  'wallet',
  'handle',
  'name',
  'surname',
  'given_name',
  'patronymic',
  'original_name',
  'alias',
  'weak_alias',
  'party',
  'birth',
  'country',
  'reason',
  'note',
  'since',
  'until',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Fields a row may have several of: columns by the same name, or values with a delimiter between. */
const PLURAL = new Set<ListField>([
  'iin_or_bin',
  'account',
  'card',
  'phone',
  'document',
  'wallet',
  'handle',
  'name',
  'original_name',
  'alias',
  'weak_alias',
  'party',
  'birth',
  'country',
]);
export const isPlural = (field: ListField): boolean => PLURAL.has(field);

/** Spellings in `normalSpelling` form: usual names in Russian, Kazakh and English, and technical ones. */
const SPELLINGS: Readonly<Record<ListField, string>> = {
  id: 'id | entry id | entry_id | record id | dataid | ид записи | номер записи | id записи | жазба нөмірі | reference number',
  iin_or_bin:
    'иин | бин | иин бин | бин иин | жсн | бсн | жсн бсн | бсн жсн | iin | bin | iin bin | bin iin | рнн иин | иин клиента | бин клиента | иин бин клиента | клиенттің жсн | tax id | taxid | national id',
  account:
    'счет | счета | номер счета | иик | iban | iban счет | счет iban | номер счета iban | счет клиента | банковский счет | текущий счет | шот | шоты | шот нөмірі | жск | банк шоты | account | account number | accountnumber | account no | bank account',
  card: 'карта | карты | номер карты | платежная карта | номер платежной карты | карточка | номер карточки | төлем картасы | карта нөмірі | төлем картасының нөмірі | card | card number | cardnumber | pan',
  phone:
    'телефон | телефона | телефоны | номер телефона | тел | моб | моб телефон | мобильный | мобильный телефон | абонентский номер | сотовый | телефон нөмірі | ұялы телефон | phone | phones | phone number | phonenumber | mobile | msisdn | tel',
  document:
    'документ | документа | номер документа | удостоверение | номер удостоверения | паспорт | номер паспорта | номер удостоверения личности | құжат | құжат нөмірі | жеке куәлік | жеке куәлік нөмірі | төлқұжат | төлқұжат нөмірі | document | document number | documentnumber | passport | passport number | id number | id card',
  wallet:
    'кошелек | криптокошелек | адрес кошелька | номер кошелька | әмиян | криптоәмиян | әмиян мекенжайы | wallet | wallets | wallet address | walletaddress | crypto address | address of wallet',
  handle:
    'telegram | телеграм | телеграмм | ник | никнейм | ник telegram | username | handle | handles | telegram username | tg',
  name: 'фио | ф и о | фио наименование | наименование фио | наименование | полное имя | клиент | таә | т а ә | аты жөні | атауы | толық аты | тегі аты әкесінің аты | name | names | full name | fullname | client name | entity name | company | company name',
  surname: 'фамилия | тегі | surname | last name | lastname | family name',
  given_name: 'имя | аты | first name | firstname | given name | givenname',
  patronymic: 'отчество | әкесінің аты | patronymic | middle name | middlename | second name',
  original_name:
    'имя в оригинале | имя на родном языке | түпнұсқадағы аты | name original script | original name | original script',
  alias:
    'псевдоним | псевдонимы | другие имена | бүркеншік аты | басқа аттары | alias | aliases | aka | also known as',
  weak_alias:
    'ненадежный псевдоним | күмәнді бүркеншік ат | weak alias | low quality alias | weak aka',
  party: 'тип лица | вид лица | тип субъекта | тұлға түрі | party | party type | entity type',
  birth:
    'дата рождения | год рождения | др | туған күні | туған жылы | birth date | birthdate | birth | date of birth | dateofbirth | dob | born',
  country:
    'гражданство | страна | азаматтығы | елі | country | countries | nationality | nationalities | citizenship',
  reason:
    'основание | причина | основание включения | причина включения | негіздеме | негізі | себеп | себебі | reason | reasons | basis',
  note: 'комментарий | примечание | замечание | ескерту | түсініктеме | comment | comments | remark | remarks | note | notes',
  since:
    'с | дата включения | дата внесения | дата начала | включен | действует с | қосылған күні | енгізілген күні | басталу күні | since | from | valid from | validfrom | listed on | listed at | listedon | date added | added | start date',
  until:
    'по | до | дата исключения | дата окончания | действует до | срок | шығарылған күні | алып тасталған күні | аяқталу күні | дейін | until | to | till | valid to | valid until | validto | expires | expires at | end date | delisted on',
};

const BY_SPELLING = new Map<string, ListField>(
  LIST_FIELDS.flatMap((field) =>
    SPELLINGS[field].split(' | ').map((text) => [normalSpelling(text), field] as const),
  ),
);

/** The field that a title names, if any. A number after it ('Телефон 2', 'phone_2') tells one of several. */
export function listFieldOf(title: string): ListField | undefined {
  // Names of programs run words together: 'birthDate', 'account_number'.
  const text = normalSpelling(title.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return BY_SPELLING.get(text) ?? BY_SPELLING.get(text.replace(/ ?\d{1,2}$/, ''));
}

const PARTIES = {
  person: 'person | individual | физлицо | физическое лицо | фл | ип | жеке тұлға | жт | жк',
  organisation:
    'organisation | organization | entity | company | юрлицо | юридическое лицо | юл | организация | заңды тұлға | зт | ұйым',
} as const;

/** Whether a word says person or organisation. */
export function partyOf(word: string): 'person' | 'organisation' | undefined {
  const text = normalSpelling(word);
  if (PARTIES.person.split(' | ').includes(text)) return 'person';
  return PARTIES.organisation.split(' | ').includes(text) ? 'organisation' : undefined;
}
