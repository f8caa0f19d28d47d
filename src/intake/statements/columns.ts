import { normalSpelling } from './spelling.ts';

/** What a column of a statement holds. */
const COLUMNS = [
  'at',
  'clockTime',
  'currency',
  'kind',
  'system',
  'amount',
  'credit',
  'debit',
  'amountKzt',
  'payerName',
  'payerId',
  'payerResidency',
  'payerBank',
  'payerAccount',
  'payeeName',
  'payeeId',
  'payeeResidency',
  'payeeBank',
  'payeeAccount',
  'knp',
  'purpose',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * Header spellings met in statements of Kazakh banks, in `normalSpelling` form: the official 18 columns
 * (annex 10 to the AFM rules, order No 13 of 22.02.2022) and the variants that authors of public parsers
 * describe, typing errors included. Kazakh ones are translations of the official names.
 */
const SPELLINGS: Readonly<Partial<Record<Column, readonly string[]>>> = {
  at: [
    'дата и время операции',
    'дата операции',
    'дата время операции',
    'дата время',
    'дата и время',
    'дата',
    'дата проведения',
    'дата проводки',
    'дата платежа',
    'операцияның күні мен уақыты',
    'операция күні мен уақыты',
    'операция күні',
    'күні',
    'күні мен уақыты',
    'date',
    'date time',
    'date and time',
    'transaction date',
  ],
  clockTime: ['время', 'время операции', 'уақыты', 'time'],
  currency: [
    'валюта операции',
    'валюта',
    'валюта платежа',
    'код валюты',
    'операция валютасы',
    'операцияның валютасы',
    'валютасы',
    'currency',
  ],
  kind: [
    'виды операции категория документа',
    'вид операции категория документа',
    'виды операции',
    'вид операции',
    'вид операции кд',
    'виды операций',
    'категория документа',
    'тип операции',
    'операция',
    'операция түрлері құжат санаты',
    'операция түрлері',
    'операция түрі',
    'operation type',
    'type',
  ],
  system: [
    'наименование сдп при наличии',
    'наименование сдп',
    'сдп',
    'система денежных переводов',
    'ақша аударым жүйесінің атауы бар болса',
  ],
  amount: [
    'сумма в валюте ее проведения',
    'сумма в валюте проведения',
    'сумма в валюте операции',
    'сумма в валюте',
    'сумма вал',
    'сумма',
    'сумма операции',
    'сома',
    'сомасы',
    'операция сомасы',
    'жүргізілген валютадағы сомасы',
    'amount',
  ],
  credit: [
    'сумма в валюте ее проведения по кредиту',
    'сумма по кредиту',
    'по кредиту',
    'кредит',
    'приход',
    'поступление',
    'зачисление',
    'кіріс',
    'credit',
  ],
  debit: [
    'сумма в валюте ее проведения по дебету',
    'сумма по дебету',
    'по дебету',
    'дебет',
    'расход',
    'списание',
    'шығыс',
    'debit',
  ],
  amountKzt: [
    'сумма в тенге',
    'сумма тенге',
    'сумма kzt',
    'сумма в kzt',
    'сумма нац',
    'сумма в нац валюте',
    'сумма в национальной валюте',
    'эквивалент в тенге',
    'теңгедегі сомасы',
    'теңгедегі сома',
    'amount kzt',
  ],
  knp: [
    'код назначения платежа',
    'код назначение платежа',
    'код назначения',
    'код назначение',
    'кнп',
    'төлем мақсатының коды',
    'төлем белгілеу коды',
    'төлем тағайындау коды',
  ],
  purpose: [
    'назначение платежа',
    'назначение',
    'детали платежа',
    'описание',
    'комментарий',
    'төлем мақсаты',
    'төлемнің мақсаты',
    'төлем тағайындау',
    'purpose',
    'details',
    'description',
  ],
};

/** Words that say whose the column is; the rest of the header says what it holds. */
const SIDES = {
  payer: [
    'плательщик',
    'плательщика',
    'отправитель',
    'отправителя',
    'төлеуші',
    'төлеушінің',
    'жіберуші',
    'жіберушінің',
    'payer',
    'sender',
  ],
  payee: [
    'получатель',
    'получателя',
    'бенефициар',
    'бенефициара',
    'алушы',
    'алушының',
    'бенефициардың',
    'payee',
    'recipient',
    'receiver',
    'beneficiary',
  ],
} as const;

const ABOUT_SIDE = {
  Name: [
    '',
    'наименование фио',
    'фио наименование',
    'наименование',
    'фио',
    'атауы таә',
    'атауы',
    'таә',
    'name',
  ],
  Id: ['иин бин', 'бин иин', 'иин', 'бин', 'жсн бсн', 'жсн', 'бсн', 'iin bin', 'iin', 'bin', 'id'],
  Residency: [
    'резидентство',
    'резиденство',
    'признак резидентства',
    'резидент',
    'резиденттігі',
    'резиденттік',
  ],
  Bank: ['банк', 'наименование банка', 'банкі', 'банкінің атауы', 'bank'],
  Account: [
    'номер счета',
    'счет',
    'счета',
    'иик',
    'iban',
    'номер счета карты',
    'номер карты',
    'счет карта',
    'шот нөмірі',
    'шотының нөмірі',
    'шоты',
    'account',
    'account number',
  ],
} as const;

const BY_SPELLING = new Map<string, Column>(
  COLUMNS.flatMap((column) => (SPELLINGS[column] ?? []).map((text) => [text, column] as const)),
);

/** The column that a header text names, if any. A merged parent and its child come joined by a space. */
export function columnOf(header: string): Column | undefined {
  const text = normalSpelling(header);
  if (text === '') return undefined;
  const known = BY_SPELLING.get(text);
  if (known !== undefined) return known;
  const words = text.split(' ');
  for (const side of ['payer', 'payee'] as const) {
    const sideWords: readonly string[] = SIDES[side];
    if (!words.some((word) => sideWords.includes(word))) continue;
    const rest = words.filter((word) => !sideWords.includes(word)).join(' ');
    for (const about of ['Name', 'Id', 'Residency', 'Bank', 'Account'] as const)
      if ((ABOUT_SIDE[about] as readonly string[]).includes(rest)) return `${side}${about}`;
  }
  return undefined;
}

/** Short names that --map uses for every kind of input, beside the column names themselves. */
const MAP_NAMES: Readonly<Record<string, Column>> = {
  payer: 'payerAccount',
  payee: 'payeeAccount',
  channel: 'kind',
  payer_bank: 'payerBank',
  payee_bank: 'payeeBank',
  payer_owner: 'payerId',
  payee_owner: 'payeeId',
};

/** The column that a key of --map means; undefined for keys that only other kinds of input know. */
export function columnOfMapKey(key: string): Column | undefined {
  return (COLUMNS as readonly string[]).includes(key) ? (key as Column) : MAP_NAMES[key];
}
