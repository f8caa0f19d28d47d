import { mkdir, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { localMoment } from '../law/local-moment.ts';
import { questionOf } from '../law/threshold-questions.ts';
import { csvLine } from '../report/csv.ts';
import { terminalPrincipal } from '../service/access/principal.ts';
import { openAudit } from '../service/audit/audit.ts';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import type { FilingBase } from '../service/filings/deps.ts';
import { settingsOf } from '../service/filings/settings.ts';
import { fileThresholds } from '../service/filings/thresholds/file-thresholds.ts';
import type {
  ThresholdDay,
  ThresholdOperation,
} from '../service/filings/thresholds/threshold-day.ts';
import { loadFm1Codes } from '../service/law/load-fm1-codes.ts';
import { loadLaw } from '../service/law/load-law.ts';
import type { Store } from '../store/store.ts';
import { languageOf, readArguments } from './arguments.ts';
import { withStore } from './configured-store.ts';
import { printable } from './printable.ts';
import { say } from './texts.ts';

const OPTIONS = {
  day: { type: 'string' },
  institution: { type: 'string', multiple: true },
  out: { type: 'string' },
  lang: { type: 'string' },
} as const;

const USAGE = 'filings thresholds --day YYYY-MM-DD [--institution CODE] [--out DIR]';

/**
 * `qorgan filings thresholds --day D`: makes the notices of a day, writes their XML and a summary, and says what a person must still
 * decide. Run twice it makes nothing twice. Exit code 1 while something waits for a person, 0 when nothing does.
 */
export async function runFilings(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const language = languageOf(values.lang, terminal);
  const { day, institution: codes = [], out } = values;
  const isDay =
    day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (positionals.length !== 1 || positionals[0] !== 'thresholds' || !isDay)
    throw new QorganError('QRG_USAGE', { what: USAGE });
  const { currency } = (await readConfiguration(process.env)).values;
  return withStore(process.env, async ({ store }) => {
    const audit = await openAudit({ store });
    try {
      const [law, book] = await Promise.all([loadLaw(), loadFm1Codes()]);
      const deps: FilingBase = { cases: { store, audit, law, now: Date.now }, codes: book };
      let waits = 0;
      for (const { institution_id, code } of await institutions(store, codes)) {
        const wish = { institutionId: institution_id, day, currency, language } as const;
        const found = await fileThresholds(deps, wish, terminalPrincipal(userInfo().username));
        const { sender } = await store.db
          .transaction()
          .execute((trx) => settingsOf(store, trx, institution_id));
        const lines = linesOf(deps, found, { language, hasSettings: sender !== '' });
        if (out !== undefined) {
          const folder = join(out, `${code}-${day}`);
          await writeFiles(deps, found, folder);
          lines.push(say('filings.folder', language, { folder }));
        }
        process.stdout.write(`${lines.map(printable).join('\n')}\n`);
        waits += found.operations.filter(waitsForPerson).length;
      }
      return waits > 0 ? 1 : 0;
    } finally {
      await audit.close();
    }
  });
}

/** Those named; every reporting institution when none is. Throws QRG_FILING_INSTITUTION. */
async function institutions({ db }: Store, codes: readonly string[]) {
  const rows = await db
    .selectFrom('institutions')
    .select(['institution_id', 'code', 'kind'])
    .orderBy('institution_id')
    .execute();
  const lost = codes.find((code) => !rows.some((row) => row.code === code));
  if (lost !== undefined) throw new QorganError('QRG_FILING_INSTITUTION', { code: lost });
  return codes.length > 0
    ? rows.filter(({ code }) => codes.includes(code))
    : rows.filter(({ kind }) => kind === 'bank' || kind === 'payment');
}

const waitsForPerson = ({ outcome, filing }: ThresholdOperation): boolean =>
  outcome !== 'exempt' && filing?.state === 'draft';

interface Telling {
  readonly language: Language;
  readonly hasSettings: boolean;
}

function linesOf(
  { cases: { law } }: FilingBase,
  found: ThresholdDay,
  { language, hasSettings }: Telling,
): string[] {
  const { operations, day, institution, looked, due } = found;
  const waiting = operations.filter(waitsForPerson);
  const exempt = operations.filter(({ outcome }) => outcome === 'exempt').length;
  const untold = law.untoldThresholds.map((text) => text[language]).join('; ');
  return [
    say('filings.sum', language, {
      ...{ institution, day, looked, exempt, waits: waiting.length },
      ready: operations.length - exempt - waiting.length,
      due: localMoment(law.calendar, due.dueAt - 1)
        .replace('T', ' ')
        .slice(0, 16),
    }),
    ...(hasSettings ? [] : [say('filings.settings', language)]),
    ...waiting.flatMap(({ row, filing }) => {
      const transfer = row.transferId;
      const asked = filing?.decide ?? [];
      if (asked.length > 0) {
        const what = asked.map((code) => questionOf(code)[language]).join(' ');
        return [say('filings.decide', language, { transfer, what })];
      }
      const what = filing?.stops.join(', ') ?? '';
      return what === '' ? [] : [say('filings.fill', language, { transfer, what })];
    }),
    ...(found.cut ? [say('filings.cut', language)] : []),
    say('filings.untold', language, { what: untold }),
    say('filings.codes', language),
  ];
}

const HEADER =
  'transfer,at,amount_minor,outcome,threshold,operation,exemption,decide,missing,filing,state,number,file\n';

/** The messages that are ready, and a line an operation. A file appears whole or not at all. */
async function writeFiles(
  { cases: { store, law } }: FilingBase,
  { operations }: ThresholdDay,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  let csv = HEADER;
  for (const { row, finding, outcome, filing } of operations) {
    const file = await writeMessage(store, folder, filing);
    const [first] = finding.reasons;
    csv += csvLine([
      row.transferId,
      localMoment(law.calendar, row.at),
      row.amountMinor,
      outcome,
      finding.reasons.map(({ threshold }) => threshold.id).join(';'),
      first.operation ?? '',
      finding.exemption?.id ?? '',
      (filing?.decide ?? []).join(';'),
      (filing?.stops ?? []).join(';'),
      filing?.filingId ?? '',
      filing?.state ?? '',
      filing?.number ?? '',
      file ?? '',
    ]);
  }
  await whole(join(folder, 'thresholds.csv'), csv);
}

async function writeMessage(
  { db, vault }: Store,
  folder: string,
  filing: ThresholdOperation['filing'],
): Promise<string | undefined> {
  if (filing?.number == null) return undefined;
  const row = await db
    .selectFrom('filings')
    .select('message_sealed')
    .where('filing_id', '=', filing.filingId)
    .executeTakeFirstOrThrow();
  if (row.message_sealed === null) return undefined;
  const name = `fm1-${filing.number}.xml`;
  await whole(join(folder, name), vault.open(row.message_sealed));
  return name;
}

async function whole(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
