import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEMO_TOWN } from '../src/cli/demo-town.ts';
import { summary } from '../src/cli/scan-command.ts';
import { messageOf } from '../src/domain/errors/catalogue.ts';
import { LANGUAGES, type Language } from '../src/domain/language.ts';
import type { ReportModel } from '../src/report/model.ts';
import { type ScanResult, scan } from '../src/service/scan/scan.ts';
import type { SimWorld } from '../src/sim/model.ts';
import { simulate } from '../src/sim/simulate.ts';
import { type CaseFolder, caseFolder } from '../src/sim/statements/case-folder.ts';

/**
 * Pages quote what `npm run case` finds. The quotes stand between `<!-- figure NAME -->` and `<!-- end -->` and are
 * written from a run, so that no page tells of an older one.
 * usage: node scripts/run.mjs scripts/demo-figures.ts
 */
const DOCS = join(import.meta.dirname, '..');
export const PAGES_WITH_FIGURES = [
  'README.md',
  'docs/tutorial/first-network.md',
  'docs/how-to/scan-bank-statements.md',
  'docs/how-to/scan-bank-statements.ru.md',
  'docs/how-to/scan-bank-statements.kk.md',
  'docs/explanation/at-arrival-and-in-retrospect.md',
] as const;

export type Figures = ReadonlyMap<string, string>;

/** Scans the case of `npm run case` and words what was found. */
export async function measureFigures(): Promise<Figures> {
  const dir = mkdtempSync(join(tmpdir(), 'qorgan-demo-'));
  try {
    const world = simulate(DEMO_TOWN);
    const folder = await caseFolder(world, join(dir, 'case'), { seed: DEMO_TOWN.seed });
    const out = join(dir, 'report');
    const result = await scan({ paths: [join(dir, 'case')], out, language: 'en' });
    const read = (file: string): string[] => readFileSync(join(out, file), 'utf8').split('\n');
    return figuresOf(result, world, folder, read);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function figuresOf(
  result: ScanResult,
  world: SimWorld,
  folder: CaseFolder,
  read: (file: string) => string[],
): Figures {
  const { report } = result;
  const figures = new Map<string, string>();
  for (const language of LANGUAGES)
    figures.set(`summary-${language}`, code(summaryAt('case-17-report', result, language)));
  figures.set('start-summary', code(summaryAt('qorgan-out/report', result, 'en')));
  for (const language of LANGUAGES)
    figures.set(`rejects-${language}`, code(rejects(folder, language)));
  const [first] = report.networks;
  figures.set('story', `> ${plain(first?.story.en ?? '')}`);
  figures.set('networks', networkTable(report));
  figures.set('truth', truthTable(report, world, folder));
  figures.set('accounts', code(read('accounts.csv').slice(0, 4).join('\n')));
  figures.set('first-payment', code(firstPayment(read('transfers.csv'), report)));
  figures.set('gap', gapLine(report));
  figures.set('reasons', reasons(report));
  return figures;
}

const code = (text: string): string => `\`\`\`\n${text.trim()}\n\`\`\``;

/** Spaces that do not break are spaces in a page. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** What a terminal would show, with the folder that the page tells of. */
function summaryAt(dir: string, result: ScanResult, language: Language): string {
  return summary({ ...result, out: dir }, language).replaceAll('\\', '/');
}

function rejects({ damagedFile, unknownFile }: CaseFolder, language: Language): string {
  const damaged = messageOf({ code: 'QRG_BOOK_DAMAGED', args: {} }, language);
  const args = { sheet: 'TDSheet', rows: '…' };
  const unknown = messageOf({ code: 'QRG_SHEET_HEADER', args }, language);
  const quoted = /[",]/.test(unknown) ? `"${unknown.replaceAll('"', '""')}"` : unknown;
  return [
    'file,line,code,message',
    `${damagedFile},0,QRG_BOOK_DAMAGED,${damaged}`,
    `${unknownFile},0,QRG_SHEET_HEADER,${quoted}`,
  ].join('\n');
}

const tenge = (minor: number): string => Math.round(minor / 100).toLocaleString('en-US');

function networkTable({ networks }: ReportModel): string {
  return [
    '| network | money moved, KZT | certainty | members |',
    '|---|---|---|---|',
    ...networks.map(
      ({ id, harmMinor, certainty, members }) =>
        `| ${id} | ${tenge(harmMinor)} | ${certainty} | ${members.length} |`,
    ),
  ].join('\n');
}

/** The accounts of the ring, what they are and what was said of them. */
function truthTable(report: ReportModel, world: SimWorld, { ring }: CaseFolder): string {
  const rows = ring.accounts.map((account) => {
    const name = world.accounts[account]?.number ?? '';
    const said = report.accounts.find((one) => one.account === name);
    const cells = [said?.role ?? 'not named', said?.network || '—', said?.score ?? 0];
    return `| ${name} | ${world.truth[account]?.role} | ${cells.join(' | ')} |`;
  });
  return [
    '| account | truth | Qorgan says | network | score |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** The first transfer that was allowed when it came and is to be held in retrospect. */
function firstPayment(lines: readonly string[], report: ReportModel): string {
  const [header = '', ...rows] = lines;
  const found = rows.find((row) => /,hold,0,allow,/.test(row));
  if (found === undefined) throw new Error(`no such transfer of ${report.totals.transfers}`);
  return `${header}\n${found}`;
}

function gapLine({ gaps }: ReportModel): string {
  const [first] = gaps;
  if (first === undefined) throw new Error('the case has no gap');
  return `The first of ${gaps.length} is of \`${first.account}\` at ${first.institution.ru}: ${tenge(first.amountMinor)} KZT went there.`;
}

/** The strongest reasons of the collector with the highest score. */
function reasons({ accounts, rules }: ReportModel): string {
  const collector = accounts.find(({ role }) => role === 'collector');
  const titleOf = (rule: string): string => rules.find(({ id }) => id === rule)?.title.en ?? rule;
  const lines = (collector?.signals ?? [])
    .slice(0, 3)
    .map(
      ({ rule, points, text }) =>
        `> **+${Math.round(points)} ${titleOf(rule)}.** ${plain(text.en)}`,
    );
  return [`Those of \`${collector?.account}\`:`, '', lines.join('\n>\n')].join('\n');
}

/** The page with its figures written anew. Throws on a figure that does not exist. */
export function withFigures(text: string, figures: Figures): string {
  return text.replace(
    /(<!-- figure ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, open: string, name: string, close: string) => {
      const figure = figures.get(name);
      if (figure === undefined) throw new Error(`there is no figure ${name}`);
      return `${open}\n${figure}\n\n${close}`;
    },
  );
}

export const pageFile = (page: string): string => join(DOCS, page);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const figures = await measureFigures();
  for (const page of PAGES_WITH_FIGURES) {
    const file = pageFile(page);
    writeFileSync(file, withFigures(readFileSync(file, 'utf8'), figures));
  }
}
