import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { messageOf, type Problem, QorganError } from '../domain/errors/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { lastYearKnown } from '../law/calendar.ts';
import { verifyAudit } from '../service/audit/verify.ts';
import {
  lookAtConfiguration,
  type ReadConfiguration,
  type SettingOrigin,
} from '../service/configuration/read-configuration.ts';
import { SETTINGS, type Setting, type SettingKey } from '../service/configuration/settings.ts';
import { storeOptionsOf } from '../service/configuration/store-options.ts';
import { loadLaw } from '../service/law/load-law.ts';
import { JOURNAL_START, readJournal } from '../service/live/read-journal.ts';
import { loadModel } from '../service/model.ts';
import { loadRuleset } from '../service/ruleset.ts';
import { lookAtStore } from '../store/look-at-store.ts';
import type { Store } from '../store/store.ts';
import { languageOf, readArguments } from './arguments.ts';
import { say, type TextKey } from './texts.ts';

const ORIGINS: Readonly<Record<SettingOrigin, TextKey>> = {
  variable: 'fromVariable',
  file: 'fromFile',
  default: 'fromDefault',
};

/**
 * `qorgan doctor`: prints the configuration and looks whether everything it names works; makes and changes nothing. Exit code
 * 1 if something does not.
 */
export async function runDoctor(args: readonly string[], terminal: Language): Promise<number> {
  const { values: options } = readArguments(args, { lang: { type: 'string' } });
  const language = languageOf(options.lang, terminal);
  const read = await lookAtConfiguration(process.env);
  process.stdout.write(`${configurationText(read, language)}\n\n`);
  const checkup = new Checkup(language);
  for (const problem of read.problems) checkup.fault('checkSettings', problem);
  await checkAll(checkup, read.values, language);
  return checkup.failed ? 1 : 0;
}

function configurationText({ values, origins, file }: ReadConfiguration, language: Language) {
  const first =
    file === undefined ? say('doctorNoFile', language) : say('doctorFile', language, { file });
  const lines = Object.entries<Setting>(SETTINGS).map(([key, { variable, secret, about }]) => {
    const value = values[key as SettingKey];
    const shown =
      value === undefined
        ? say('notSet', language)
        : secret
          ? say('secretSet', language)
          : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value);
    const origin = say(ORIGINS[origins[key as SettingKey]], language);
    return `  ${key.padEnd(22)} ${variable.padEnd(30)} ${shown}  [${origin}]\n      ${about[language]}`;
  });
  return [first, ...lines].join('\n');
}

/** Says of one thing after the other whether it works. */
class Checkup {
  failed = false;
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** Runs one look; what it throws is what is wrong. Gives back what it found, or undefined. */
  async look<T>(
    what: TextKey,
    work: () => Promise<T>,
    tell: (found: T) => string,
  ): Promise<T | undefined> {
    try {
      const found = await work();
      process.stdout.write(`  ✓ ${this.#name(what)} ${tell(found)}\n`);
      return found;
    } catch (error) {
      if (error instanceof QorganError) this.fault(what, error.problem);
      else this.#wrong(what, String(error));
      return undefined;
    }
  }

  /** Something is wrong. */
  fault(what: TextKey, problem: Problem): void {
    this.#wrong(what, `${problem.code}: ${messageOf(problem, this.#language)}`);
  }

  #wrong(what: TextKey, words: string): void {
    this.failed = true;
    process.stdout.write(`  ✗ ${this.#name(what)} ${words}\n`);
  }

  #name(what: TextKey): string {
    return say(what, this.#language).padEnd(18);
  }
}

async function checkAll(
  checkup: Checkup,
  config: ReadConfiguration['values'],
  language: Language,
): Promise<void> {
  await checkup.look('checkNode', async () => process.version, String);
  await checkup.look('checkData', () => writable(config.data), String);
  await checkup.look('checkRules', loadRuleset, ({ rules }) => String(rules.length));
  await checkup.look('checkLaw', loadLaw, ({ calendar }) =>
    say('checkCalendar', language, { year: lastYearKnown(calendar, Date.now()) ?? '—' }),
  );
  const { model } = config;
  if (model !== undefined)
    await checkup.look(
      'checkModel',
      () => loadModel(model),
      ({ model: { name } }) => name,
    );
  const store = await checkup.look(
    'checkStore',
    () => lookAtStore(storeOptionsOf(config)),
    (found) => (found === undefined ? say('checkNoStore', language) : 'ok'),
  );
  if (store === undefined) return;
  try {
    await checkStore(checkup, store);
  } finally {
    await store.close();
  }
}

async function checkStore(checkup: Checkup, store: Store): Promise<void> {
  await checkup.look(
    'checkJournal',
    () => journalEnd(store),
    (seq) => `seq ${seq}`,
  );
  await checkup.look(
    'checkAudit',
    async () => {
      const { end, broken } = await verifyAudit(store);
      if (broken)
        throw new QorganError('QRG_AUDIT_BROKEN', { seq: broken.seq, what: broken.breach });
      return end.seq;
    },
    (seq) => `seq ${seq}`,
  );
}

/** Reads the whole journal and checks every link and seal of it. */
async function journalEnd(store: Store): Promise<number> {
  let seq = 0;
  const open = (sealed: Buffer): Buffer => store.vault.open(sealed);
  for await (const { row } of readJournal(store.pool, open, JOURNAL_START))
    seq = row.seq + row.count - 1;
  return seq;
}

/** Whether a folder can be written to, or made where there is none yet. */
async function writable(dir: string): Promise<string> {
  let there = resolve(dir);
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    await access(there, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new QorganError('QRG_STORE_FOLDER', { dir, reason });
  }
  return dir;
}
