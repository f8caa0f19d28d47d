import { QorganError } from '../../../domain/errors/catalogue.ts';
import { prefillFm1 } from '../../../exchange/fm1/prefill.ts';
import { localMoment } from '../../../law/local-moment.ts';
import type { Transaction } from '../../../store/store.ts';
import { type AuditActor, SYSTEM } from '../../audit/entry.ts';
import { approved } from '../act-on-filing.ts';
import type { FilingBase } from '../deps.ts';
import { type FilingRow, findFiling } from '../filing-row.ts';
import { dueOfKind } from '../filing-term.ts';
import { insertFiling } from '../insert-filing.ts';
import { type FilingSettings, settingsOf } from '../settings.ts';
import { auditOf, type Step, writeStep } from '../write-step.ts';
import { operationFile } from './operation-rows.ts';
import {
  boundsOf,
  findThresholdDay,
  type ThresholdDay,
  type ThresholdOperation,
  type ThresholdWish,
} from './threshold-day.ts';

/** Notices of one transaction. */
const BATCH = 50;

/**
 * Makes the notices of a day that are not there yet. One that is complete and asks nothing is numbered and fixed at once: the law
 * leaves nobody a choice, and a person signs and sends it. Any other stays a draft that says what it lacks. Twice the same changes
 * nothing. Throws QRG_FILING_DAY, QRG_LAW_….
 */
export async function fileThresholds(
  deps: FilingBase,
  wish: ThresholdWish,
  actor: AuditActor,
): Promise<ThresholdDay> {
  const { store, audit } = deps.cases;
  const bounds = boundsOf(deps, wish.day);
  const before = await findThresholdDay(deps, wish);
  const wanted = before.operations.filter(
    ({ outcome, filing }) => outcome !== 'exempt' && filing === null,
  );
  let made = 0;
  for (let i = 0; i < wanted.length; i += BATCH)
    made += await store.write(async (trx) => {
      await lockDay(trx, wish.institutionId);
      const settings = await settingsOf(store, trx, wish.institutionId);
      let count = 0;
      for (const operation of wanted.slice(i, i + BATCH))
        if (await makeOne(deps, trx, { wish, day: before, operation, settings, until: bounds.to }))
          count++;
      return count;
    });
  await audit.append({
    actor,
    institutionId: wish.institutionId,
    action: 'filing.thresholds',
    object: `institution:${wish.institutionId}`,
    detail: { day: wish.day, looked: before.looked, found: before.operations.length, made },
  });
  return findThresholdDay(deps, wish);
}

/** Two who run one day: one after the other. */
const lockDay = (trx: Transaction, institutionId: number) =>
  trx
    .selectFrom('institutions')
    .select('institution_id')
    .where('institution_id', '=', institutionId)
    .forUpdate()
    .execute();

interface Making {
  readonly wish: ThresholdWish;
  readonly day: ThresholdDay;
  readonly operation: ThresholdOperation;
  readonly settings: FilingSettings;
  readonly until: number;
}

/** False where somebody else was quicker. */
async function makeOne(
  deps: FilingBase,
  trx: Transaction,
  { wish, day, operation, settings, until }: Making,
): Promise<boolean> {
  const { law, now } = deps.cases;
  const { row, finding } = operation;
  const there = await trx
    .selectFrom('filings')
    .select('filing_id')
    .where('institution_id', '=', wish.institutionId)
    .where('kind', '=', 'threshold')
    .where('follows', 'is', null)
    .where('transfer_seq', '=', row.seq)
    .executeTakeFirst();
  if (there !== undefined) return false;
  const at = now();
  const file = operationFile(row, day.known, { currency: wish.currency, now: at });
  const [first] = finding.reasons;
  const document = prefillFm1(file, {
    kind: 'threshold',
    transfer: row.transferId,
    operation: first.operation ?? undefined,
    reporter: settings.reporter,
    language: wish.language,
    clock: (moment) => localMoment(law.calendar, moment),
  });
  const filing = await insertFiling(deps, trx, {
    institutionId: wish.institutionId,
    kind: 'threshold',
    transfer_seq: row.seq,
    transfer_id: row.transferId,
    operation_at: row.at,
    amount_minor: row.amountMinor,
    threshold: first.threshold.id,
    day: wish.day,
    decide: operation.outcome === 'ask' ? first.ask : [],
    document,
    due: dueOfKind(law, 'threshold', until - 1),
    actor: SYSTEM,
    at,
  });
  await fixIfComplete(deps, trx, filing, at);
  return true;
}

/** What keeps a notice a draft, and is no failure. */
const WAITS = ['QRG_FILING_DECIDE', 'QRG_FILING_INCOMPLETE', 'QRG_FILING_SETTINGS'];

async function fixIfComplete(
  deps: FilingBase,
  trx: Transaction,
  filing: FilingRow,
  at: number,
): Promise<void> {
  let set: Awaited<ReturnType<typeof approved>>;
  try {
    set = await approved(deps, trx, filing, at);
  } catch (error) {
    if (error instanceof QorganError && WAITS.includes(error.problem.code)) return;
    throw error;
  }
  const step: Step = {
    act: 'approve',
    state: 'approved',
    at,
    actor: SYSTEM,
    detail: { number: set.number, year: set.year, threshold: filing.threshold },
    set,
  };
  await writeStep(deps, trx, filing, step);
  await deps.cases.audit.appendIn(trx, auditOf(await findFiling(trx, filing.filing_id), step));
}
