import type { Channel, Purpose } from '../../domain/transfer.ts';
import { type StatementRow, scattered } from './statement.ts';

/** What the statement says a row is for, in the words of bank clerks and of people. */
const SAID: Readonly<Record<Purpose, readonly string[]>> = {
  unknown: [
    'Перевод',
    'Перевод на карту',
    'Перевод по номеру телефона',
    'Аударым',
    'Перевод клиенту банка',
  ],
  own: ['Перевод между своими счетами', 'Өз шоттары арасындағы аударым'],
  salary: ['Заработная плата за месяц', 'Зачисление заработной платы', 'Жалақы'],
  benefit: ['Пенсионная выплата', 'Социальная выплата', 'Стипендия'],
  rent: ['За аренду квартиры', 'Аренда', 'Пәтер ақысы'],
  loan: ['Предоставление займа по договору', 'В долг', 'Выдача займа'],
  loan_return: ['Возврат займа', 'Погашение задолженности по договору займа', 'Возврат долга'],
  goods: ['Оплата товаров и услуг', 'За товар', 'Покупка'],
  gift: ['Подарок', 'С днём рождения!', 'Сыйлық'],
  charity: ['Благотворительная помощь', 'Қайырымдылық'],
  tax: ['Уплата налога', 'Налог по декларации'],
  utility: ['Коммунальные услуги', 'Оплата услуг связи', 'Коммуналдық төлем'],
};

const SAID_OF_CHANNEL: Partial<Record<Channel, string>> = {
  cash_in: 'Пополнение счета наличными',
  cash_out: 'Снятие наличных',
  exchange: 'Пополнение счета на бирже цифровых активов',
  abroad: 'Перевод за границу',
};

/** Purpose text of the row; the same transfer reads the same in both banks' statements. */
export function purposeText(row: StatementRow): string {
  const byChannel = row.purpose === 'unknown' ? SAID_OF_CHANNEL[row.channel] : undefined;
  if (byChannel !== undefined) return byChannel;
  const words = SAID[row.purpose];
  return words[scattered(row.transfer) % words.length];
}

/** Three-digit code of the purpose. Only made to look right: the simulated world has no other use for it. */
const CODES: Readonly<Record<Purpose, string>> = {
  unknown: '119',
  own: '321',
  salary: '332',
  benefit: '045',
  rent: '811',
  loan: '411',
  loan_return: '421',
  goods: '710',
  gift: '119',
  charity: '119',
  tax: '911',
  utility: '849',
};

export const purposeCodeText = (row: StatementRow): string => CODES[row.purpose];

const KINDS: Readonly<Record<Channel, string>> = {
  unknown: 'Операция',
  transfer: 'Перевод',
  purchase: 'Покупка',
  cash_in: 'Пополнение наличными',
  cash_out: 'Снятие наличных',
  exchange: 'Платеж',
  abroad: 'Денежный перевод',
};

export const kindText = (row: StatementRow): string => KINDS[row.channel];

/** Name of the money transfer system, where one was used. */
export const systemText = (row: StatementRow): string =>
  row.channel === 'abroad' ? 'Система денежных переводов' : '';
