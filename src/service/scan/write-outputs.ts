import { F, U } from '../../engine/layout.ts';
import { VERDICTS } from '../../engine/verdict.ts';
import { HAND_OVER_STORIES, POINTS_MIN } from '../../network/hand-over-reasons.ts';
import { HAND_OVER_LINES, handOverPoints } from '../../network/hand-over-score.ts';
import { ACCOUNTS_HEADER, accountLine, gapsCsv, networksJson } from '../../report/csv.ts';
import { renderReport } from '../../report/html.ts';
import type { ReportModel } from '../../report/model.ts';
import { renderSpreadsheet } from '../../report/spreadsheet.ts';
import { reportAssets } from '../report-assets.ts';
import { networkId, placesOf, type ScanState } from './build-report.ts';
import { heldMedianOf } from './held-median.ts';
import type { OutFolder } from './out-folder.ts';

/** Accounts with each verdict in retrospect. */
export type VerdictCounts = Record<(typeof VERDICTS)[number], number>;

const FLUSH_LINES = 4096;
const TOP_RULES = 3;

/** Writes everything but transfers.csv and rejects.csv; returns how many accounts have each verdict. */
export async function writeOutputs(
  out: OutFolder,
  report: ReportModel,
  state: ScanState,
): Promise<VerdictCounts> {
  const verdicts = await writeAccounts(out, state);
  await out.write('networks.json', networksJson(report));
  await out.write('gaps.csv', gapsCsv(report, state.language));
  await out.write('report.html', renderReport(report, await reportAssets()));
  await out.write('report.xlsx', renderSpreadsheet(report, state.language));
  return verdicts;
}

/** accounts.csv: every account of the input, the most suspicious first. */
async function writeAccounts(out: OutFolder, state: ScanState): Promise<VerdictCounts> {
  const { accounts, engine, found } = state;
  const places = placesOf(found.networks);
  const weighed = new Set(state.suspects.map((suspect) => suspect.account));
  const scoreOf = (account: number): number => found.accountScores.get(account) ?? 0;
  const moved = (account: number): number => engine.ledger.accounts.f64(account, F.inTotal);
  const order = Uint32Array.from({ length: engine.ledger.accounts.size }, (_, i) => i);
  order.sort((a, b) => scoreOf(b) - scoreOf(a) || moved(b) - moved(a) || a - b);
  const verdicts = { allow: 0, review: 0, hold: 0 };
  const file = await out.create('accounts.csv');
  let lines = [ACCOUNTS_HEADER];
  for (const account of order) {
    if (!hasTransfers(state, account)) continue;
    const place = places.get(account);
    verdicts[VERDICTS[engine.verdictOf(scoreOf(account))]]++;
    lines.push(
      accountLine({
        account: accounts.names[account],
        score: scoreOf(account),
        role: place?.member.role ?? 'none',
        network: place ? networkId(place.network) : '',
        inMinor: moved(account),
        outMinor: engine.ledger.accounts.f64(account, F.outTotal),
        heldMsMedian: found.heldMsMedian(account) ?? heldMedianOf(engine.ledger.accounts, account),
        rules: topRules(state, account, weighed.has(account)),
      }),
    );
    if (lines.length < FLUSH_LINES) continue;
    await file.write(lines.join(''));
    lines = [];
  }
  await file.write(lines.join(''));
  await file.close();
  return verdicts;
}

/** Accounts that only a side file names took part in nothing. */
function hasTransfers({ engine }: ScanState, account: number): boolean {
  const { accounts } = engine.ledger;
  return accounts.u32(account, U.inCount) + accounts.u32(account, U.outCount) > 0;
}

/** `weighed`: all transfers of the account were looked back on. */
function topRules({ engine, found }: ScanState, account: number, weighed: boolean): string[] {
  const { rules } = engine.ruleset;
  const said = engine.evidence
    .of(account)
    .map((e) => ({ id: rules[e.rule].id, points: rules[e.rule].weight * e.strength }));
  if (weighed) {
    const points = handOverPoints(found.handOvers, account);
    for (const line of HAND_OVER_LINES)
      if (points[line] >= POINTS_MIN)
        said.push({ id: HAND_OVER_STORIES[line].id, points: points[line] });
  }
  return said
    .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1))
    .slice(0, TOP_RULES)
    .map((r) => r.id);
}
