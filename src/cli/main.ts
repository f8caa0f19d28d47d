import { QorganError } from '../domain/errors/catalogue.ts';
import { isLanguage, type Language } from '../domain/language.ts';
import { packageVersion } from '../service/package-root.ts';
import { runDocument } from './document-command.ts';
import { runEvaluate } from './evaluate-command.ts';
import { runEvidence } from './evidence-command.ts';
import { fatal } from './fatal.ts';
import { HELP, helpOf } from './help.ts';
import { onInterrupt } from './interrupt.ts';
import { runScan } from './scan-command.ts';
import { runScreen } from './screen-command.ts';
import { runSimulate } from './simulate-command.ts';
import { say, terminalLanguage } from './texts.ts';
import { runTrain } from './train-command.ts';

/** Runs one command; its exit code: 0 good, 1 findings to fail on, 2 usage or bad input. */
async function main(args: readonly string[], language: Language): Promise<number> {
  const [command, ...rest] = args;
  const help = rest.some((word) => HELP.has(word)) ? helpOf(command, language) : undefined;
  if (help !== undefined) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  switch (command) {
    case 'scan':
      return runScan(rest, language);
    case 'train':
      return runTrain(rest, language);
    case 'evaluate':
      return runEvaluate(rest, language);
    case 'simulate':
      return runSimulate(rest, language);
    case 'screen':
      return runScreen(rest, language);
    case 'document':
      return runDocument(rest, language);
    case 'evidence':
      return runEvidence(rest, language);
    case 'law':
      return (await import('./law-command.ts')).runLaw(rest, language);
    case 'lessons':
      return (await import('./lessons-command.ts')).runLessons(rest, language);
    case 'filings':
      return (await import('./filings-command.ts')).runFilings(rest, language);
    case 'watch':
      return (await import('./watch-command.ts')).runWatch(rest, language);
    case 'serve':
      return (await import('./serve-command.ts')).runServe(rest, language, (stop) =>
        interrupt.instead(stop),
      );
    case 'user':
      return (await import('./user-command.ts')).runUser(rest, language);
    case 'audit':
      return (await import('./audit-command.ts')).runAudit(rest, language);
    case 'keys':
      return (await import('./keys-command.ts')).runKeys(rest, language);
    case 'migrate':
      return (await import('./migrate-command.ts')).runMigrate(rest, language);
    case 'backup':
      return (await import('./backup-command.ts')).runBackup(rest, language);
    case 'restore':
      return (await import('./backup-command.ts')).runRestore(rest, language);
    case 'doctor':
      return (await import('./doctor-command.ts')).runDoctor(rest, language);
    case '--version':
      process.stdout.write(`${packageVersion()}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(`${say('usage', language)}\n`);
      return command === undefined ? 2 : 0;
    default:
      throw new QorganError('QRG_USAGE', { what: command });
  }
}

// An error speaks the language that was asked for, too.
const asked = process.argv[process.argv.indexOf('--lang') + 1] ?? '';
const language =
  process.argv.includes('--lang') && isLanguage(asked) ? asked : terminalLanguage(process.env);
const interrupt = onInterrupt(() => process.stderr.write(`\n${say('interrupted', language)}\n`));
try {
  process.exitCode = await main(process.argv.slice(2), language);
} catch (error) {
  fatal(error, language);
}
