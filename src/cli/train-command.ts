import { QorganError } from '../domain/errors/catalogue.ts';
import { formatNumber, formatShare } from '../domain/format.ts';
import type { Language } from '../domain/language.ts';
import { type TrainResult, train } from '../service/train/train.ts';
import { languageOf, readArguments, wholeNumber } from './arguments.ts';
import { given, INPUT_OPTIONS, inputWishes, labelColumn } from './input-options.ts';
import { say } from './texts.ts';

const SEEDS_MOST = 2 ** 31;
const ASKED_SHOWN = 12;

/** `qorgan train FILE… --label COLUMN --out MODEL`: learns from labelled transfers and says what it learnt. */
export async function runTrain(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, {
    ...INPUT_OPTIONS,
    label: { type: 'string' },
    labels: { type: 'string' },
    customers: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  const { out } = values;
  const label = labelColumn(values);
  if (positionals.length === 0 || label === undefined || out === undefined)
    throw new QorganError('QRG_USAGE', {
      what: 'train FILE… --label COLUMN|--labels FILE --out MODEL',
    });
  const result = await train(
    {
      ...inputWishes(positionals, values, language),
      label,
      out,
      ...given('labels', values.labels),
      ...given('customers', values.customers),
      seed: wholeNumber('seed', values.seed, 0, SEEDS_MOST),
    },
    {
      phase(phase) {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${say(phase, language)} …`);
      },
    },
  );
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  process.stdout.write(summaryOf(result, out, language));
  return 0;
}

function summaryOf({ model, card, rejected, asked }: TrainResult, out: string, language: Language) {
  const number = (value: number): string => formatNumber(value, language);
  const part = (name: 'arrival' | 'lookBack'): string => {
    const figure = (what: string): string =>
      formatShare(card.figures[`${name}.${what}`] ?? 0, language);
    return say(name, language, {
      f1: figure('f1'),
      precision: figure('precision'),
      recall: figure('recall'),
      area: figure('pr_auc'),
    });
  };
  const lines = [
    say('learnt', language, { name: model.name, file: out }),
    say('learntFrom', language, {
      transfers: number(card.transfers),
      positives: number(card.positives),
    }),
    part('arrival'),
    part('lookBack'),
    say('asksMost', language, {
      features: asked
        .slice(0, ASKED_SHOWN)
        .map(([name]) => name)
        .join(', '),
    }),
  ];
  if (rejected > 0) lines.push(say('notTaken', language, { count: number(rejected) }));
  return `${lines.join('\n')}\n`;
}
