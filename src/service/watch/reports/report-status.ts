import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import type { ReportState } from '../../../store/tables/watch.ts';
import { addressGroup } from '../../access/address-group.ts';
import type { Watch } from '../watch.ts';
import { receiptHash } from './take-report.ts';

export interface ReportStatusView {
  readonly at: number;
  readonly state: ReportState;
  readonly message: string;
}

/** How a report goes on, for whoever has its receipt. Throws QRG_WATCH_REPORT_UNKNOWN, QRG_WATCH_REPORT_OFTEN. */
export async function reportStatus(
  { store, rates, now }: Watch,
  receipt: string,
  address: string,
  language: Language,
): Promise<ReportStatusView> {
  const waitMs = rates.ask.take(addressGroup(address), now());
  if (waitMs > 0)
    throw new QorganError('QRG_WATCH_REPORT_OFTEN', { seconds: Math.ceil(waitMs / 1000) });
  const row = await store.write((trx) =>
    trx
      .selectFrom('reports')
      .select(['at', 'state'])
      .where('receipt', '=', receiptHash(receipt))
      .executeTakeFirst(),
  );
  if (row === undefined) throw new QorganError('QRG_WATCH_REPORT_UNKNOWN');
  return { ...row, message: MESSAGES[row.state][language] };
}

const MESSAGES: Readonly<Record<ReportState, Readonly<Record<Language, string>>>> = {
  received: {
    ru: 'Сообщение получено. Его прочитает человек.',
    kk: 'Хабарлама түсті. Оны адам оқиды.',
    en: 'The report has come in. A person will read it.',
  },
  looked_at: {
    ru: 'Сообщение прочитано: это похоже на вербовку или продажу наркотиков. Им занимаются.',
    kk: 'Хабарлама оқылды: бұл азғыруға не есірткі сатуға ұқсайды. Онымен айналысып жатыр.',
    en: 'The report was read: it looks like recruiting or selling drugs. It is being worked on.',
  },
  led_to_removal: {
    ru: 'Объявление, о котором вы сообщили, удалено. Спасибо.',
    kk: 'Сіз хабарлаған хабарландыру жойылды. Рақмет.',
    en: 'The post that you told of has been removed. Thank you.',
  },
  closed: {
    ru: 'Сообщение прочитано. Признаков вербовки в нём не нашли.',
    kk: 'Хабарлама оқылды. Онда азғыру белгілері табылмады.',
    en: 'The report was read. No signs of recruiting were found in it.',
  },
};
