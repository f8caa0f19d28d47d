import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tlp } from '../../../domain/case/marking.ts';
import { QorganError } from '../../../domain/errors/catalogue.ts';
import type { Language } from '../../../domain/language.ts';
import { canonical } from '../../../exchange/canonical.ts';
import { answer, askedAbout } from '../../../exchange/known-accounts/ask.ts';
import { type Matchable, matchable } from '../../../exchange/known-accounts/matchable.ts';
import { readMessage } from '../../../exchange/known-accounts/message.ts';
import { PACKAGE_MAKERS } from '../../../exchange/package/package-acts.ts';
import type { Transaction } from '../../../store/store.ts';
import type { Principal } from '../../access/principal.ts';
import { orThrow } from '../../or-throw.ts';
import { digest } from '../../watch/evidence/digest.ts';
import type { PackageDeps } from '../deps.ts';
import { detailOf } from '../draft-package.ts';
import { sealKept } from '../kept-wish.ts';
import { mustHold } from '../leaving-of.ts';
import { findPackage, isTheirs, type PackageRow } from '../package-row.ts';
import { type PackageView, packageView } from '../package-view.ts';
import { keysOf, type PartnerRow, partnersByCode } from '../partners/partners.ts';
import { personOf } from '../person.ts';
import type { Prepared } from '../prepared.ts';
import { auditOf, type Step, writeEvent } from '../write-step.ts';

/**
 * Numbers that one partner is answered about within a day. Whoever holds the key could try every number there is: a bank of a million
 * accounts is not enumerated at two thousand a day, and two honest questions of the largest bucket still fit.
 */
const ANSWERED_A_DAY = 2_048;
const DAY_MS = 86_400_000;

export interface AnswerWish {
  readonly ground: string;
  readonly tlp: Tlp;
  readonly purpose: string;
  readonly language: Language;
}

/**
 * Drafts the answer to a question for accounts that came in: nothing is looked up before another person approves it. Audited.
 * Throws QRG_PACKAGE_KNOWN_QUESTION, QRG_PACKAGE_KNOWN_DAY, and what drafting throws.
 */
export async function draftAnswer(
  deps: PackageDeps,
  principal: Principal,
  questionId: number,
  wish: AnswerWish,
): Promise<PackageView> {
  const { roles } = personOf(principal);
  if (!roles.some((role) => (PACKAGE_MAKERS as readonly string[]).includes(role)))
    throw new QorganError('QRG_PACKAGE_ROLE', { act: 'answer' });
  const { store, audit, now } = deps.cases;
  const at = now();
  return store.write(async (trx) => {
    const question = await questionIn(trx, principal, questionId);
    const partners = await partnersByCode(trx, principal.institutionId, question.partners);
    mustHold(deps, {
      ...wish,
      format: 'known_accounts',
      fields: ['account.number'],
      tlpLeast: 'clear',
      partners,
    });
    await mustBeWithinDay(trx, question, at);
    const { package_id } = await trx
      .insertInto('packages')
      .values({
        institution_id: principal.institutionId,
        direction: 'out',
        format: 'known_accounts',
        state: 'draft',
        tlp: wish.tlp,
        partners: question.partners,
        sealed: sealKept(store.vault, {
          purpose: wish.purpose,
          ask: null,
          sent: null,
          known: null,
        }),
        ground: wish.ground,
        fields: ['account.number'],
        language: wish.language,
        answers: questionId,
        made_at: at,
        made_by_id: principal.id,
        made_by: principal.name,
      })
      .returning('package_id')
      .executeTakeFirstOrThrow();
    const row = await findPackage(trx, package_id);
    const step: Step = { act: 'draft', state: 'draft', at, actor: principal, note: wish.purpose };
    await writeEvent({ store }, trx, row, step);
    await audit.appendIn(trx, auditOf(row, step, { ...detailOf(row), answers: questionId }));
    return packageView(row, at);
  });
}

/** What the approver of an answer agrees to, hex: the question, and that all of our accounts are looked at for it. */
export const answerDigest = (question: Pick<PackageRow, 'package_id' | 'sha256'>): string =>
  digest(
    Buffer.from(
      canonical({ question: question.package_id, sha256: question.sha256?.toString('hex') ?? '' }),
    ),
  );

/** Computes an approved answer over our accounts. Throws QRG_PACKAGE_CHANGED, QRG_PACKAGE_KNOWN_…. */
export async function answerTo(
  { cases: { store, names }, grounds }: PackageDeps,
  principal: Principal,
  row: PackageRow,
  partners: readonly PartnerRow[],
  seen: string,
  at: number,
): Promise<Prepared> {
  mustHold(
    { grounds },
    {
      format: 'known_accounts',
      tlp: row.tlp,
      ground: row.ground!,
      fields: ['account.number'],
      tlpLeast: 'clear',
      language: row.language as Language,
      partners,
    },
  );
  const { question, bytes, ours, code } = await store.write(async (trx) => {
    const asked = await mustStillAnswer(trx, principal, row, at);
    const { body_sealed } = await trx
      .selectFrom('packages')
      .select('body_sealed')
      .where('package_id', '=', asked.package_id)
      .executeTakeFirstOrThrow();
    const institution = await trx
      .selectFrom('institutions')
      .select('code')
      .where('institution_id', '=', row.institution_id)
      .executeTakeFirstOrThrow();
    return {
      question: asked,
      bytes: store.vault.open(body_sealed!),
      ours: await accountsOf(trx, principal),
      code: institution.code,
    };
  });
  if (answerDigest(question) !== seen) throw new QorganError('QRG_PACKAGE_CHANGED');
  const { message, key } = orThrow(
    readMessage(bytes, keysOf({ vault: store.vault }, partners[0]!)),
  );
  const known = askedAbout(
    message,
    key,
    matchables(ours, (no) => names.accountName(no)),
  );
  const said = answer(message, known, { from: code, at, key, random: randomBytes });
  return {
    made: {
      written: {
        fileName: `known-answer-${said.round.slice(0, 8)}.json`,
        mediaType: 'application/json',
        bytes: said.bytes,
        left: [],
      },
      asked: said.size,
    },
    caseVersion: null,
    sources: [],
  };
}

/**
 * The question that a draft answers, held with its partner's row until the transaction ends: of answers that are approved at once,
 * each counts those before it. Throws QRG_PACKAGE_UNKNOWN, QRG_PACKAGE_KNOWN_QUESTION, QRG_PACKAGE_KNOWN_DAY.
 */
export async function mustStillAnswer(
  trx: Transaction,
  principal: Principal,
  { answers }: PackageRow,
  at: number,
): Promise<PackageRow> {
  const question = await questionIn(trx, principal, answers ?? 0);
  await mustBeWithinDay(trx, question, at);
  return question;
}

/** A bank answers for its own accounts; a body that sees all, for those of all. */
async function accountsOf(
  trx: Transaction,
  { institutionId, seesAll }: Principal,
): Promise<number[]> {
  const { rows } = await sql<{ account_no: number }>`
    SELECT account_no FROM accounts WHERE ${seesAll} OR institution_id = ${institutionId}`.execute(
    trx,
  );
  return rows.map(({ account_no }) => account_no);
}

/** Our accounts in their normal form; a name that has none can be asked about by nobody. */
function* matchables(
  accounts: readonly number[],
  nameOf: (account: number) => string | undefined,
): Generator<Matchable> {
  for (const account of accounts) {
    const name = nameOf(account);
    // A bank's own name of an account is told apart by its code: 'alpha:408…'.
    const one =
      name === undefined ? undefined : matchable('account', name.replace(/^[a-z0-9-]+:/, ''));
    if (one !== undefined) yield one;
  }
}

/** A question that came in, of the person's own institution. Throws QRG_PACKAGE_UNKNOWN, QRG_PACKAGE_KNOWN_QUESTION. */
async function questionIn(
  trx: Transaction,
  principal: Principal,
  packageId: number,
): Promise<PackageRow> {
  const row = await findPackage(trx, packageId);
  if (!isTheirs(row, principal)) throw new QorganError('QRG_PACKAGE_UNKNOWN');
  if (row.direction !== 'in' || row.format !== 'known_accounts' || row.answers !== null)
    throw new QorganError('QRG_PACKAGE_KNOWN_QUESTION');
  return row;
}

/** Throws QRG_PACKAGE_KNOWN_DAY. The partner's row is held, so that two who answer at once count each other. */
async function mustBeWithinDay(trx: Transaction, question: PackageRow, now: number): Promise<void> {
  await trx
    .selectFrom('partners')
    .select('partner_id')
    .where('institution_id', '=', question.institution_id)
    .where('code', 'in', question.partners)
    .forUpdate()
    .execute();
  const { rows } = await sql<{ asked: number }>`
    SELECT coalesce(sum(asked), 0)::int AS asked FROM packages
    WHERE institution_id = ${question.institution_id} AND direction = 'out' AND format = 'known_accounts'
      AND answers IS NOT NULL AND partners && ${question.partners}::text[] AND approved_at > ${now - DAY_MS}`.execute(
    trx,
  );
  if ((rows[0]?.asked ?? 0) + (question.asked ?? 0) > ANSWERED_A_DAY)
    throw new QorganError('QRG_PACKAGE_KNOWN_DAY', { most: ANSWERED_A_DAY });
}
