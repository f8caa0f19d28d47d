import { QorganError } from '../../../../domain/errors/catalogue.ts';
import type { Ask } from '../../../../domain/post.ts';
import type { Transaction } from '../../../../store/store.ts';
import type { MuteKind } from '../../../../store/tables/report-talk.ts';
import type { ReportState } from '../../../../store/tables/watch.ts';
import { extract } from '../../../../watch/extract/extract.ts';
import { type Principal, scopeOf } from '../../../access/principal.ts';
import { maskContacts } from '../../posts/mask-contacts.ts';
import { visiblePost } from '../../posts/visible-post.ts';
import type { ReportDesk } from '../report-desk.ts';
import { messagesOf } from './messages.ts';

export interface MuteView {
  readonly muteId: number;
  readonly kind: MuteKind;
  readonly at: number;
  readonly until: number | null;
  readonly by: string;
  readonly reason: string;
}

/** A report as people here see it beside its post, contacts hidden. */
export interface ReportOfPost {
  readonly at: number;
  readonly state: ReportState;
  readonly story: string;
  readonly asks: readonly Ask[];
  readonly pictures: readonly {
    readonly pictureId: number;
    readonly at: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly messages: readonly {
    readonly at: number;
    readonly by: string | null;
    readonly text: string;
  }[];
  /** Mutes that hold. */
  readonly mutes: readonly MuteView[];
  /** From where it came is still known, as a hash. */
  readonly canMuteAddress: boolean;
}

/** Throws QRG_WATCH_POST_UNKNOWN, QRG_REPORT_NONE. */
export function reportOfPost(
  desk: ReportDesk,
  by: Principal,
  postId: number,
): Promise<ReportOfPost> {
  return readReport(desk, by, postId, (text) => maskText(desk, text));
}

/** The same with the contacts in what was said; the look is written down first. Throws the same. */
export async function revealReport(
  desk: ReportDesk,
  by: Principal,
  postId: number,
  reason: string,
): Promise<ReportOfPost> {
  const report = await readReport(desk, by, postId, (text) => text);
  const object = `post:${postId}`;
  await desk.audit.append({ actor: by, action: 'report.reveal', object, reason });
  return report;
}

function readReport(
  { store, now }: ReportDesk,
  by: Principal,
  postId: number,
  shown: (text: string) => string,
): Promise<ReportOfPost> {
  return store.read(scopeOf(by), async (trx) => {
    const { report_id, at, state, sealed } = await reportRow(trx, postId);
    const { story, asks } = JSON.parse(store.vault.open(sealed).toString()) as KeptReport;
    const messages = await messagesOf(trx, store.vault, report_id);
    return {
      ...{ at, state, story, asks },
      pictures: await picturesOf(trx, report_id),
      messages: messages.map((one) => ({ ...one, text: shown(one.text) })),
      mutes: await mutesOf(trx, store.vault, report_id, now()),
      canMuteAddress: await hasOrigin(trx, report_id, now()),
    };
  });
}

interface KeptReport {
  readonly story: string;
  readonly asks: readonly Ask[];
}

/** The report that a post came by; the post must be there for the reader. */
export async function reportRow(trx: Transaction, postId: number) {
  await visiblePost(trx, postId);
  const row = await trx
    .selectFrom('reports')
    .select(['report_id', 'at', 'state', 'sealed'])
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (row === undefined) throw new QorganError('QRG_REPORT_NONE', { post: postId });
  return row;
}

function maskText({ watch: { names } }: ReportDesk, text: string): string {
  const places = extract(text, names).contacts.map(({ kind, start, end }) => ({
    kind,
    starts: start,
    ends: end,
  }));
  return maskContacts(text, places);
}

async function picturesOf(trx: Transaction, reportId: number) {
  const rows = await trx
    .selectFrom('report_pictures')
    .select(['picture_id', 'at', 'width', 'height'])
    .where('report_id', '=', reportId)
    .orderBy('picture_id')
    .execute();
  return rows.map(({ picture_id, ...rest }) => ({ pictureId: picture_id, ...rest }));
}

async function mutesOf(
  trx: Transaction,
  vault: ReportDesk['store']['vault'],
  reportId: number,
  now: number,
): Promise<MuteView[]> {
  const rows = await trx
    .selectFrom('report_mutes')
    .select(['mute_id', 'kind', 'at', 'until', 'actor', 'reason_sealed'])
    .where('report_id', '=', reportId)
    .where('lifted_at', 'is', null)
    .where(({ eb, or }) => or([eb('until', 'is', null), eb('until', '>', now)]))
    .orderBy('mute_id')
    .execute();
  return rows.map(({ mute_id, kind, at, until, actor, reason_sealed }) => ({
    ...{ muteId: mute_id, kind, at, until, by: actor },
    reason: vault.open(reason_sealed).toString(),
  }));
}

async function hasOrigin(trx: Transaction, reportId: number, now: number): Promise<boolean> {
  const row = await trx
    .selectFrom('report_origins')
    .select('until')
    .where('report_id', '=', reportId)
    .where('until', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}
