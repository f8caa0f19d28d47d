import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  MeasureRule,
  RiskFactor,
  RiskParameters,
  RiskSource,
} from '../src/screening/risk/parameter-types.ts';
import { DUE_DILIGENCE, MEASURE_KINDS } from '../src/screening/risk/rating.ts';
import { loadRiskParameters } from '../src/service/risk/load-risk-parameters.ts';
import { table, writeOrCheck } from './generated-page.ts';

/**
 * docs/reference/risk.md, written from the data it describes.
 * usage: node scripts/run.mjs scripts/risk-reference.ts [--check]
 */
export const RISK_REFERENCE = join(import.meta.dirname, '..', 'docs', 'reference', 'risk.md');
const INTRO = join(import.meta.dirname, 'risk-reference.intro.md');

export function riskReference(
  parameters: RiskParameters,
  intro = readFileSync(INTRO, 'utf8'),
): string {
  const { levels, review, links, factors, measures, dueDiligence, events } = parameters;
  const lines = [
    intro.trimEnd(),
    '',
    `Version \`${parameters.version}\`. How a rating is made, and where it errs: [the risk of a customer](../explanation/customer-risk.md).`,
    '',
    '## Levels',
    '',
    ...table(
      ['level', 'from points', 'due diligence', 'looked at again after'],
      [
        ['low', '0', 'simplified', `${review.days.low} days`],
        ['medium', `${levels.medium}`, 'standard', `${review.days.medium} days`],
        ['high', `${levels.high}`, 'enhanced', `${review.days.high} days`],
      ],
    ),
    '',
    `Circumstances together give ${levels.circumstancesMost} points at the most, so they alone never make a rating high. All points are capped at 100.`,
    '',
    `Levels: ${foundation(levels)} Periods: ${foundation(review)}`,
    '',
    '## Links between customers',
    '',
    `A household explains up to ${links.householdMost} people at one address or on one landline. From ${links.crowdFrom.address} unrelated customers on an address is a dormitory, from ${links.crowdFrom.ip} on an IP address is an office or a mobile network. ${foundation(links)}`,
    '',
    '## Factors',
    '',
    ...table(
      ['factor', 'weighs', 'points', 'limits', 'asks for', ...FOUNDED],
      [...factors.values()].map((factor) => [
        `\`${factor.id}\``,
        factor.weighs,
        pointsOf(factor),
        limitsOf(factor),
        asksOf(factor),
        ...founded(factor),
      ]),
    ),
    '',
    '## Due diligence',
    '',
    ...DUE_DILIGENCE.map((level) => `- **${level}**: ${codes(dueDiligence[level])}`),
    '',
    '## Measures',
    '',
    ...table(
      ['measure', 'kind', 'of', ...FOUNDED],
      [...measures.values()]
        .sort((a, b) => MEASURE_KINDS.indexOf(a.kind) - MEASURE_KINDS.indexOf(b.kind))
        .map((measure) => [
          `\`${measure.id}\``,
          measure.kind,
          peopleOf(measure),
          ...founded(measure),
        ]),
    ),
    '',
    '## Events that change a rating',
    '',
    ...table(
      ['event', 'a person looks', ...FOUNDED],
      [...events.values()].map((event) => [
        `\`${event.id}\``,
        event.review.replace('_', ' '),
        ...founded(event),
      ]),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const FOUNDED = ['in words', 'source', 'mark', 'from', 'verified'];

const founded = (entry: RiskFactor | MeasureRule | (RiskSource & { text: RiskFactor['text'] })) => [
  `${entry.text.ru}<br>${entry.text.kk}<br>${entry.text.en}`,
  `${entry.source}${entry.note === undefined ? '' : `<br>*${entry.note}*`}`,
  entry.mark,
  entry.validFrom,
  entry.verified === 'no' ? 'no' : `${entry.verified.by}, ${entry.verified.on}`,
];

const foundation = ({ source, mark }: RiskSource): string =>
  `${source.charAt(0).toUpperCase()}${source.slice(1)} (${mark}).`;

const codes = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');

/** '45', or '5: 10, 6: 20' where the value of the factor decides. */
const pointsOf = ({ steps }: RiskFactor): string =>
  steps.length === 1 && steps[0].from === 1
    ? `${steps[0].points}`
    : steps.map(({ from, points }) => `${from}: ${points}`).join('<br>');

const limitsOf = ({ limits }: RiskFactor): string =>
  Object.entries(limits)
    .map(([name, value]) => `${name} ${value}`)
    .join('<br>');

const asksOf = ({ steps, dueDiligence }: RiskFactor): string => {
  const asked = codes([...new Set(steps.flatMap(({ measures }) => measures))]);
  return dueDiligence === undefined ? asked : `at least ${dueDiligence}; ${asked}`;
};

const peopleOf = ({ of }: MeasureRule): string => of?.join(', ').replaceAll('_', ' ') ?? 'all';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeOrCheck(
    RISK_REFERENCE,
    riskReference((await loadRiskParameters()).parameters),
    process.argv,
  );
