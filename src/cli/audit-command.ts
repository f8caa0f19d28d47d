import { QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { anchorText, parseAnchor } from '../service/audit/anchor.ts';
import { type AuditVerdict, verifyAudit } from '../service/audit/verify.ts';
import { orThrow } from '../service/or-throw.ts';
import { languageOf, readArguments } from './arguments.ts';
import { withStore } from './configured-store.ts';
import { say } from './texts.ts';

/** `qorgan audit verify [--anchor NUMBER:HASH]`: exit code 0 when the record of acts is whole, 1 when it is not. */
export async function runAudit(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, {
    anchor: { type: 'string' },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    throw new QorganError('QRG_USAGE', { what: 'audit verify [--anchor N:HASH]' });
  const anchor = values.anchor === undefined ? undefined : orThrow(parseAnchor(values.anchor));
  const verdict = await withStore(process.env, ({ store }) => verifyAudit(store, { anchor }));
  process.stdout.write(`${verdictText(verdict, language)}\n`);
  return verdict.broken === undefined ? 0 : 1;
}

function verdictText({ end, broken }: AuditVerdict, language: Language): string {
  if (broken === undefined)
    return say('auditWhole', language, { entries: end.seq, anchor: anchorText(end) });
  const what = say(`breach_${broken.breach}`, language);
  return say('auditBroken', language, { seq: broken.seq, what, entries: end.seq });
}
