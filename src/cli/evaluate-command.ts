import { QorganError } from '../domain/errors/catalogue.ts';
import { formatDuration, formatNumber, formatShare } from '../domain/format.ts';
import type { Language } from '../domain/language.ts';
import type { Evaluation } from '../learning/evaluation/evaluation.ts';
import { type Figure, VIEWS } from '../learning/evaluation/rows.ts';
import { evaluate } from '../service/evaluate/evaluate.ts';
import { languageOf, readArguments, wholeNumber } from './arguments.ts';
import { given, INPUT_OPTIONS, inputWishes, labelColumn } from './input-options.ts';
import { outsideLine } from './outside-line.ts';
import { terminalListener } from './scan-command.ts';
import { say } from './texts.ts';

const BUDGET_MOST = 1_000_000;

/** `qorgan evaluate FILE… --label COLUMN|--labels FILE`: what the verdicts are worth against labels. Exit code 0. */
export async function runEvaluate(args: readonly string[], terminal: Language): Promise<number> {
  const { values, positionals } = readArguments(args, {
    ...INPUT_OPTIONS,
    label: { type: 'string' },
    labels: { type: 'string' },
    typology: { type: 'string' },
    pattern: { type: 'string' },
    model: { type: 'string' },
    customers: { type: 'string' },
    marks: { type: 'string' },
    from: { type: 'string', default: '0' },
    budget: { type: 'string', default: '50' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
    lang: { type: 'string' },
  });
  const language = languageOf(values.lang, terminal);
  const label = labelColumn(values);
  if (positionals.length === 0 || label === undefined)
    throw new QorganError('QRG_USAGE', { what: 'evaluate FILE… --label COLUMN|--labels FILE' });
  const evaluation = await evaluate(
    {
      ...inputWishes(positionals, values, language),
      label,
      ...given('labels', values.labels),
      ...given('typology', values.typology),
      ...given('pattern', values.pattern),
      ...given('model', values.model),
      ...given('customers', values.customers),
      ...given('marks', values.marks),
      ...given('out', values.out),
      from: shareOf(values.from),
      perDay: wholeNumber('budget', values.budget, 1, BUDGET_MOST),
    },
    terminalListener(language),
  );
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  process.stdout.write(
    values.json ? `${JSON.stringify(evaluation, undefined, 1)}\n` : summaryOf(evaluation, language),
  );
  return 0;
}

function shareOf(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= 0 && share < 1))
    throw new QorganError('QRG_USAGE', { what: `--from ${value} (0…1)` });
  return share;
}

function summaryOf(evaluation: Evaluation, language: Language): string {
  const { rows, transfers, accounts, networks, reach, perDay, model, clock } = evaluation;
  const number = (value: number): string => formatNumber(value, language);
  const share = (value: number): string => formatShare(value, language);
  const ranged = ({ value, low, high }: Figure): string =>
    `${share(value)} [${share(low)}–${share(high)}]`;
  const lines = [
    say('judged', language, { judged: number(rows.judged), positives: number(rows.positives) }),
  ];
  for (const view of VIEWS) {
    const t = transfers[view];
    const a = accounts[view];
    lines.push(
      say(view === 'arrival' ? 'judgedArrival' : 'judgedRetrospect', language),
      say('judgedTransfers', language, {
        precision: ranged(t.precision),
        recall: ranged(t.recall),
        f1: ranged(t.f1),
        best: ranged(t.bestF1),
        area: ranged(t.prAuc),
      }),
      say('judgedBudget', language, {
        thousandth: ranged(t.precisionAtThousandth),
        perDay: number(perDay),
        precision: ranged(t.precisionAtBudget),
        recall: ranged(t.recallAtBudget),
      }),
      say('judgedTypologies', language, {
        list: t.typologies
          .map((one) => `${one.typology || '—'} ${one.caught}/${one.positives}`)
          .join(', '),
      }),
      say('judgedAccounts', language, {
        first: share(a.precisionAt50),
        more: share(a.precisionAt200),
        area: share(a.prAuc),
        positives: number(a.positives),
      }),
    );
  }
  if (networks.patterns > 0)
    lines.push(
      say('judgedNetworks', language, {
        met: number(networks.met),
        patterns: number(networks.patterns),
        positives: number(networks.firstPositives),
        members: number(networks.firstMembers),
      }),
    );
  if (reach.notMoved && reach.withHold)
    lines.push(
      say('judgedReach', language, {
        never: number(reach.neverAlerted),
        patterns: number(reach.patterns),
        delay: reach.delayMs ? formatDuration(reach.delayMs.median, language, clock) : '—',
        share: share(reach.notMoved.median),
        hold: share(reach.withHold.median),
      }),
    );
  for (const view of VIEWS)
    for (const { figure, card, here } of model?.loss[view] ?? [])
      if (figure === 'prAuc')
        lines.push(
          say(view === 'arrival' ? 'lossArrival' : 'lossRetrospect', language, {
            card: share(card),
            here: share(here),
          }),
        );
  lines.push(...outsideLine(model?.outside ?? [], language));
  return `${lines.join('\n')}\n`;
}
