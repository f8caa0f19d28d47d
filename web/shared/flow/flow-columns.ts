import type { ReportMember } from '../../../src/report/model.ts';
import type { FlowNetwork } from './flow-network.ts';

/** Before them is a column for those who paid in. */
const FIRST_WORKER = 1;

/**
 * The column of each member, from 0; a column may be empty. Those the money passes stand as many columns in as there
 * are hand-overs among them before it came to them, and not where the order of time alone would put them: collectors
 * that worked on different days are one column, and the picture is no wider than the longest way of the money.
 * Who only paid in stands right before the account that got the most of it: ribbons of dozens of payers across the whole
 * picture hide the rest.
 *
 * @param anchor the account that most of a member's money goes to
 */
export function columnsOf(
  network: FlowNetwork,
  anchor: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const columns = workerColumns(network);
  const payers = network.members.filter(({ role }) => role === 'victim');
  const before = payers.map(({ account }): [string, number] => [
    account,
    (columns.get(anchor.get(account) ?? '') ?? FIRST_WORKER) - 1,
  ]);
  return new Map([...columns, ...before]);
}

/** The longest way to each in hand-overs that lead on in the network's own order, which has no circles. */
function workerColumns({ members, edges }: FlowNetwork): Map<string, number> {
  const workers = members.filter(({ role }) => role !== 'victim');
  const byAccount = new Map(workers.map((member) => [member.account, member]));
  const from = new Map<string, ReportMember[]>();
  for (const edge of edges) {
    const [payer, payee] = [byAccount.get(edge.from), byAccount.get(edge.to)];
    if (payer === undefined || payee === undefined || payer.layer >= payee.layer) continue;
    const known = from.get(payee.account);
    if (known === undefined) from.set(payee.account, [payer]);
    else known.push(payer);
  }
  const columns = new Map<string, number>();
  for (const { account } of workers.toSorted((a, b) => a.layer - b.layer)) {
    const before = (from.get(account) ?? []).map((payer) => columns.get(payer.account) ?? 0);
    columns.set(account, Math.max(FIRST_WORKER, ...before.map((column) => column + 1)));
  }
  return columns;
}
