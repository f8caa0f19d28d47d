import { basename, dirname } from 'node:path';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { type Mrz, readMrz } from '../screening/documents/mrz.ts';
import type { ProviderDocument, ProviderResult } from '../screening/documents/provider.ts';
import { sumsubFiles } from '../service/documents/sumsub-files.ts';
import { orThrow } from '../service/or-throw.ts';
import { readText } from '../service/read-text.ts';
import { languageOf, oneOf, readArguments } from './arguments.ts';
import { say } from './texts.ts';

/** What a file tells of one document: the zone as text, or all that a provider of recognition said. */
interface ReadDocument {
  readonly provider?: ProviderResult & { readonly name: string };
  readonly told?: ProviderDocument;
  /** The zone as it was read, and what it says. */
  readonly zone?: string | undefined;
  readonly mrz?: Mrz;
}

/**
 * `qorgan document FILE`: the lines of a machine-readable zone in a text file, or a provider's JSON. Exit code 0, or 1 when
 * --fail-on altered finds a check that does not stand or a provider's no.
 */
export async function runDocument(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, {
    'fail-on': { type: 'string' },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  const failOn = oneOf('fail-on', values['fail-on'], ['altered'] as const);
  const [file] = positionals;
  if (positionals.length !== 1) throw new QorganError('QRG_USAGE', { what: 'document FILE' });
  const read = file.endsWith('.json') ? await fromProvider(file) : await fromZone(file);
  process.stdout.write(`${linesOf(read, language).join('\n')}\n`);
  return failOn === 'altered' && isBad(read) ? 1 : 0;
}

async function fromZone(file: string): Promise<ReadDocument> {
  const zone = (await readText(file)).trim();
  return { zone, mrz: orThrow(readMrz(zone)) };
}

async function fromProvider(file: string): Promise<ReadDocument> {
  const provider = sumsubFiles(dirname(file));
  const result = orThrow(await provider.result(basename(file, '.json')));
  const told = result.document;
  return {
    provider: { ...result, name: provider.name },
    ...(told && { told }),
    ...(told?.mrz !== undefined && { zone: told.mrz, mrz: orThrow(readMrz(told.mrz)) }),
  };
}

const isBad = ({ mrz, provider }: ReadDocument): boolean =>
  mrz?.state === 'altered' ||
  provider?.authenticity === 'failed' ||
  provider?.liveness === 'failed';

function linesOf(read: ReadDocument, language: Language): string[] {
  const { mrz, provider } = read;
  return [
    ...zoneLines(mrz, language),
    ...(provider ? providerLines(provider, language) : []),
    say('document.tell', language),
    JSON.stringify({ document: customerDocument(read) }),
  ];
}

function zoneLines(mrz: Mrz | undefined, language: Language): string[] {
  if (mrz === undefined) return [say('document.none', language)];
  const { format } = mrz;
  return [
    say('document.zone', language, {
      format,
      state: say(`document.state.${mrz.state}`, language),
    }),
    ...mrz.checks.map(({ field, state }) =>
      say('document.check', language, {
        field: say(`document.field.${field}`, language),
        state: say(`document.check.${state}`, language),
      }),
    ),
  ];
}

function providerLines(
  { name, authenticity, liveness, labels }: NonNullable<ReadDocument['provider']>,
  language: Language,
): string[] {
  return [
    say('document.provider', language, {
      name,
      authenticity: say(`document.verdict.${authenticity}`, language),
      liveness: say(`document.verdict.${liveness}`, language),
    }),
    ...(labels.length > 0 ? [say('document.labels', language, { labels: labels.join(', ') })] : []),
  ];
}

/** What the document is to the service: the provider's word for its kind, the zone's lines as they were read. */
function customerDocument({ zone, mrz, told }: ReadDocument) {
  const kind = told?.kind ?? (mrz?.documentCode.startsWith('P') ? 'passport' : 'id_card');
  const number = told?.number ?? mrz?.number;
  const expiresOn = told?.expiresOn ?? mrz?.expiresOn;
  return { kind, number, expiresOn, mrz: zone };
}
