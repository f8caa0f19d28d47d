import { QorganError } from '../../../../domain/errors/catalogue.ts';
import type { Transaction } from '../../../../store/store.ts';
import { hideCardsInPlace } from '../../posts/hide-cards.ts';
import { plainText } from '../../posts/plain-text.ts';
import { PICTURES_MOST } from '../pictures/add-picture.ts';
import { refuseOften } from '../refuse-often.ts';
import { openReport } from '../report-by-receipt.ts';
import type { ReportDesk } from '../report-desk.ts';
import { ANSWERS_MOST, messagesOf, roomForMessage } from './messages.ts';

/** The talk as the one who told sees it: nobody here is named to them, and they are named to nobody. */
export interface ReporterTalk {
  readonly messages: readonly {
    readonly at: number;
    readonly from: 'reader' | 'you';
    readonly text: string;
  }[];
  /** Messages and pictures that may still be added; 0 when muted. */
  readonly answersLeft: number;
  readonly picturesLeft: number;
  readonly pictures: number;
  readonly muted: boolean;
}

/** Throws QRG_WATCH_REPORT_UNKNOWN, QRG_WATCH_REPORT_OFTEN. */
export function reporterTalk(
  desk: ReportDesk,
  receipt: string,
  address: string,
): Promise<ReporterTalk> {
  refuseOften(desk, desk.watch.rates.ask, address);
  return desk.store.write(async (trx) => {
    const { report_id, muted } = await openReport(trx, receipt, { forUpdate: false });
    return talkOf(desk, trx, report_id, muted);
  });
}

/**
 * Takes an answer, or something more that came to mind. The middle of cards is hidden before anything is kept. Throws
 * QRG_WATCH_REPORT_UNKNOWN, QRG_WATCH_REPORT_OFTEN, QRG_REPORT_MUTED, QRG_REPORT_TALK_FULL.
 */
export function addAnswer(
  desk: ReportDesk,
  receipt: string,
  { text, address }: { readonly text: string; readonly address: string },
): Promise<ReporterTalk> {
  refuseOften(desk, desk.rates.add, address);
  return desk.store.write(async (trx) => {
    const { report_id, muted } = await openReport(trx, receipt, { forUpdate: true });
    if (muted) throw new QorganError('QRG_REPORT_MUTED');
    await roomForMessage(trx, report_id, 'reporter');
    const sealed = desk.store.vault.seal(hideCardsInPlace(plainText(text), []));
    await trx.insertInto('report_messages').values({ report_id, at: desk.now(), sealed }).execute();
    return talkOf(desk, trx, report_id, muted);
  });
}

async function talkOf(
  { store }: ReportDesk,
  trx: Transaction,
  reportId: number,
  muted: boolean,
): Promise<ReporterTalk> {
  const messages = await messagesOf(trx, store.vault, reportId);
  const { pictures } = await trx
    .selectFrom('report_pictures')
    .select(({ fn }) => fn.countAll<number>().as('pictures'))
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  const answers = messages.filter(({ by }) => by === null).length;
  return {
    messages: messages.map(({ at, by, text }) => ({
      at,
      from: by === null ? 'you' : 'reader',
      text,
    })),
    answersLeft: muted ? 0 : ANSWERS_MOST - answers,
    picturesLeft: muted ? 0 : PICTURES_MOST - Number(pictures),
    pictures: Number(pictures),
    muted,
  };
}
