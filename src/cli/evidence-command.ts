import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { hintOf, messageOf, type Problem, QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { readConfiguration } from '../service/configuration/read-configuration.ts';
import { orThrow } from '../service/or-throw.ts';
import { readText } from '../service/read-text.ts';
import {
  knownEvidenceKeys,
  openEvidenceKey,
  publicKeyFolder,
  renewEvidenceKey,
} from '../service/watch/evidence/evidence-key.ts';
import { type PublicKey, readPublicKey } from '../service/watch/evidence/public-key.ts';
import { verifyPackage } from '../service/watch/evidence/verify-package.ts';
import { MOST_PACKAGE_BYTES } from '../watch/evidence/archive.ts';
import { CHECK_STATES, type EvidenceCheck, isUnaltered } from '../watch/evidence/check.ts';
import { languageOf, readArguments } from './arguments.ts';
import { withStore } from './configured-store.ts';
import { noteAct } from './note-act.ts';
import { printable } from './printable.ts';
import { say } from './texts.ts';

const OPTIONS = {
  key: { type: 'string', multiple: true },
  'tsa-root': { type: 'string', multiple: true },
  renew: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/**
 * `qorgan evidence verify FILE`: every check of a package, offline and without a store; exit code 1 when one is altered.
 * `qorgan evidence key [--renew]`: the public key of this installation and its fingerprint.
 */
export async function runEvidence(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const language = languageOf(values.lang, terminal);
  const [which, file, ...more] = positionals;
  if (which === 'verify' && file !== undefined && more.length === 0 && !values.renew)
    return verify(file, values, language);
  const isBare = values.key === undefined && values['tsa-root'] === undefined && !values.json;
  if (which === 'key' && file === undefined && isBare)
    return showKey(values.renew ?? false, language);
  throw new QorganError('QRG_USAGE', { what: 'evidence verify FILE | key [--renew]' });
}

interface VerifyOptions {
  readonly key?: readonly string[] | undefined;
  readonly 'tsa-root'?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

async function verify(file: string, options: VerifyOptions, language: Language): Promise<number> {
  const keys = await Promise.all((options.key ?? []).map(keyIn));
  const roots = await Promise.all((options['tsa-root'] ?? []).map(certificateIn));
  const checks = await verifyPackage(await packageIn(file), { keys, roots });
  const lines = options.json
    ? [JSON.stringify({ file, checks }, null, 1)]
    : [...checks.flatMap((check) => linesOf(check, language)), sumOf(checks, language)];
  process.stdout.write(`${lines.join('\n')}\n`);
  return isUnaltered(checks) ? 0 : 1;
}

/** The bytes of a package. What is larger than any package is not even read. Throws QRG_FILE_UNREADABLE, QRG_EVIDENCE_BIG. */
async function packageIn(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > MOST_PACKAGE_BYTES)
      throw new QorganError('QRG_EVIDENCE_BIG', { most: MOST_PACKAGE_BYTES });
    return await readFile(file);
  } catch (error) {
    if (error instanceof QorganError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new QorganError('QRG_FILE_UNREADABLE', { file, reason: code ?? String(error) });
  }
}

const keyIn = async (file: string): Promise<PublicKey> =>
  orThrow(readPublicKey(await readText(file), file));

async function certificateIn(file: string): Promise<X509Certificate> {
  const pem = await readText(file);
  try {
    return new X509Certificate(pem);
  } catch {
    throw new QorganError('QRG_EVIDENCE_FORM', { file, path: 'X.509' });
  }
}

function linesOf({ check, result, detail, facts }: EvidenceCheck, language: Language): string[] {
  const what =
    result === 'valid'
      ? say(`evidence.${check}`, language, facts)
      : say(`evidence.name.${check}`, language);
  const line = say('evidence.check', language, {
    result: say(`evidence.result.${result}`, language),
    check: what,
  });
  return [line, ...(detail ? whyOf(detail, language) : [])].map(printable);
}

function whyOf(detail: Problem, language: Language): string[] {
  const hint = hintOf(detail, language);
  const message = messageOf(named(detail, language), language);
  return [`    ${detail.code}: ${message}`, ...(hint ? [`    ${hint}`] : [])];
}

/** A check that another one waits for is told by its name. */
function named(problem: Problem, language: Language): Problem {
  const { check } = problem.args;
  if (problem.code !== 'QRG_EVIDENCE_UNCHECKABLE') return problem;
  const name = say(`evidence.name.${check as EvidenceCheck['check']}`, language);
  return { ...problem, args: { check: name } };
}

function sumOf(checks: readonly EvidenceCheck[], language: Language): string {
  const counts = CHECK_STATES.map((state) => [
    state,
    checks.filter(({ result }) => result === state).length,
  ]);
  return say('evidence.sum', language, Object.fromEntries(counts));
}

async function showKey(isRenewed: boolean, language: Language): Promise<number> {
  const { data } = (await readConfiguration(process.env)).values;
  const { publicKey } = isRenewed ? await renew(data) : await openEvidenceKey(data);
  const known = await knownEvidenceKeys(data);
  process.stdout.write(
    `${publicKey.pem}${say('evidence.fingerprint', language, { fingerprint: publicKey.fingerprint })}\n`,
  );
  if (known.length > 1) {
    const folder = publicKeyFolder(data);
    process.stdout.write(
      `${say('evidence.known', language, { count: known.length - 1, folder })}\n`,
    );
  }
  return 0;
}

/** A new key is an act, so it stands in the record of acts. */
const renew = (data: string) =>
  withStore(process.env, async ({ store }) => {
    const key = await renewEvidenceKey(data);
    const object = `evidence-key:${key.publicKey.fingerprint.slice(0, 16)}`;
    await noteAct(store, { action: 'keys.evidence', object });
    return key;
  });
