import { maskAccount } from '../../../domain/mask.ts';
import { CHANNELS } from '../../../domain/transfer.ts';
import { VERDICTS } from '../../../engine/verdict.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import { cut } from '../../../watch/sources/source-post.ts';
import { accountIdsOf, statementTransferId } from '../case-statements/statement-elements.ts';
import { statementFiles, statementLook } from '../case-statements/stored-statements.ts';
import type { CaseReach } from '../load-case-file/case-reach.ts';
import type { KnownAccounts } from '../load-case-file/known-accounts.ts';
import { type PlacedEntry, plainEntry } from './timeline-entry.ts';

/** Transfers of statements come after those of the store of one moment: their numbers are past every `seq`. */
const PAST_EVERY_SEQ = 2 ** 52;
/** Of a long text a line shows so much. */
const TEXT_MOST = 400;

/** Files dropped on a case, and the transfers that they tell of. */
export async function statementEntries(
  trx: Transaction,
  store: Pick<Store, 'vault'>,
  { row, refs, accounts }: CaseReach,
  names: KnownAccounts,
  suspiciousOnly: boolean,
): Promise<PlacedEntry[]> {
  const statements = refs.statement.map(Number);
  const files = await statementFiles(trx, store, row.case_id, statements);
  const look = await statementLook(trx, store, row.case_id, statements);
  const known = new Map(
    [...accounts.keys()].map((account) => [names.accountName(account) ?? '', `a${account}`]),
  );
  const ids = look === undefined ? [] : accountIdsOf(look, known);
  const shown = (place: number) => ({
    id: ids[place],
    ref: ids[place].startsWith('a') ? Number(ids[place].slice(1)) : null,
    name: maskAccount(look?.accounts[place].name ?? ''),
  });
  const ofFiles = files.map(
    (file): PlacedEntry => ({
      at: file.addedAt,
      kind: 'statement',
      number: file.statementId,
      make: () =>
        plainEntry({
          entryId: `s${file.statementId}`,
          kind: 'statement',
          at: file.addedAt,
          what: file.format,
          text: cut(file.name, TEXT_MOST),
          by: file.addedBy,
          opens: { kind: 'statement', ref: String(file.statementId) },
        }),
    }),
  );
  const ofRows = (look?.transfers ?? []).flatMap((told, place): PlacedEntry[] =>
    suspiciousOnly && !told.suspicious
      ? []
      : [
          {
            at: told.at,
            kind: 'transfer',
            number: PAST_EVERY_SEQ + place,
            make: () =>
              plainEntry({
                entryId: `st${place + 1}`,
                element: statementTransferId(place),
                kind: 'transfer',
                at: told.at,
                what: CHANNELS[told.channel],
                text: told.text === null ? null : cut(told.text, TEXT_MOST),
                amountMinor: told.amountMinor,
                currency: look?.currency || names.options.currency,
                from: shown(told.payer),
                to: shown(told.payee),
                verdict: VERDICTS[told.verdict],
                score: told.score,
                suspicious: told.suspicious,
              }),
          },
        ],
  );
  return [...ofFiles, ...ofRows];
}
