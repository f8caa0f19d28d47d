import { fail, messageOf, ok, type Problem, type Result } from '../../domain/errors/catalogue.ts';
import { parseIinOrBin } from '../../domain/iin-or-bin.ts';
import type { Language } from '../../domain/language.ts';
import { parseMoney } from '../../domain/money.ts';
import { PURPOSES } from '../../domain/transfer.ts';
import { type StatusOfTransfer, statusReport } from '../../exchange/iso20022/pacs002.ts';
import { type IsoTransfer, readMessage } from '../../intake/iso20022/read-message.ts';
import { purposeOfWord } from '../../intake/money-words.ts';
import { readTime } from '../../intake/text/time-bytes.ts';
import type { Access } from '../../service/access/access.ts';
import type { Principal } from '../../service/access/principal.ts';
import { spend } from '../../service/access/visitor.ts';
import type { Decided } from '../../service/live/decided.ts';
import type { LiveService } from '../../service/live/live-service.ts';
import { BATCH_MOST, type Institution } from '../../service/live/transfer-request.ts';
import { orThrow } from '../../service/or-throw.ts';
import { Transfer } from '../contract/transfer.ts';
import { faultsOf } from '../field-problems.ts';
import { requestOf } from './decide-rows.ts';

export interface MessageAsk {
  readonly xml: string;
  readonly institution: Institution;
  readonly principal: Principal;
  readonly language: Language;
  readonly requestId: string;
}

interface MessageParts {
  readonly live: LiveService;
  readonly access: Access;
  readonly now: () => number;
}

/**
 * Decides the transfers of one ISO 20022 message and answers with a status report. Throws QRG_HTTP_XML for what is no such
 * message; a transfer in it that cannot be read or is refused is RJCT with the reason.
 */
export async function decideMessage(
  { live, access, now }: MessageParts,
  { xml, institution, principal, language, requestId }: MessageAsk,
): Promise<string> {
  const message = orThrow(readMessage(xml, BATCH_MOST));
  orThrow(spend(access, principal, message.transfers.length - 1));
  const read = message.transfers.map(transferIn);
  const good = read.flatMap((request) => (request.ok ? [requestOf(request.value)] : []));
  const outcomes = good.length === 0 ? [] : await live.decide(institution, good);
  let next = 0;
  return statusReport({
    messageId: `QRG-${requestId}`,
    createdAt: now(),
    original: { messageId: message.messageId, name: message.name },
    transfers: message.transfers.map(({ ids }, i) => {
      const outcome = read[i].ok ? outcomes[next++] : read[i];
      return outcome.ok
        ? { ids, ...accepted(outcome.value as Decided, live, language) }
        : { ids, ...rejected(outcome.problem, language) };
    }),
  });
}

/** What a transfer of a message says, checked by the schema of one in JSON. */
function transferIn({ row }: IsoTransfer): Result<Transfer> {
  const money = parseMoney(row.amount ?? '', { currency: row.currency ?? '', decimal: '.' });
  if (!money.ok) return money;
  const told = {
    id: row.id ?? '',
    at: momentOf(row.at ?? ''),
    payer: row.payer ?? '',
    payee: row.payee ?? '',
    ...money.value,
    channel: 'transfer',
    purpose: PURPOSES[purposeOfWord(row.purpose ?? '')],
    payerIdentifiers: ownerOf(row.payer_owner),
    payeeIdentifiers: ownerOf(row.payee_owner),
  };
  const read = Transfer.safeParse(told);
  if (read.success) return ok(read.data);
  const [{ path, problem }] = faultsOf(read.error, told, 'body');
  return fail('QRG_HTTP_FIELD', { field: path.slice(1), code: problem.code });
}

/** Epoch ms of a moment as ISO 20022 writes it; NaN when it is none. */
function momentOf(text: string): number {
  const bytes = Buffer.from(text);
  return readTime(bytes, 0, bytes.length, { unit: 'iso', slashes: 'dmy' });
}

/** The IIN or BIN of a party. Numbers of other countries mean nothing to lists of ours and are left out. */
function ownerOf(told: string | undefined) {
  const id = parseIinOrBin(told ?? '');
  return id.ok ? [{ kind: id.value.kind, value: id.value.value }] : [];
}

/** Review and hold both mean that a person has yet to look: pending, and nothing is accepted meanwhile. */
function accepted(
  decided: Decided,
  live: LiveService,
  language: Language,
): Omit<StatusOfTransfer, 'ids'> {
  const { verdict, signals, listHits } = decided;
  if (verdict === 'allow') return { status: 'ACCP' };
  const reasons = signals.map((signal) => live.explain(signal, language));
  const lists = listHits.map(({ kind, subject }) => `list ${kind}: ${subject}`);
  return {
    status: 'PDNG',
    reason: { code: `QRG_VERDICT_${verdict.toUpperCase()}`, words: [...lists, ...reasons] },
  };
}

const rejected = (problem: Problem, language: Language): Omit<StatusOfTransfer, 'ids'> => ({
  status: 'RJCT',
  reason: { code: problem.code, words: [messageOf(problem, language)] },
});
