import { type Document, LineCounter, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { yamlLine } from '../../domain/yaml-line.ts';
import { wrongIn } from './check-parameters.ts';
import { type ParametersShape, parametersShape } from './parameter-schema.ts';
import type { RiskParameters } from './parameter-types.ts';

/** Characters of a file of parameters; the shipped one has some 40,000. */
export const PARAMETERS_MOST = 500_000;

/**
 * Parameters of risk from their YAML text, checked whole: every factor and event that the code knows is there with its words,
 * and every measure that is named. Fails with QRG_RISK_PARAMETERS naming the line and the place of the first thing wrong.
 */
export function readRiskParameters(text: string): Result<RiskParameters> {
  if (text.length > PARAMETERS_MOST) return unusable(1, [], `over ${PARAMETERS_MOST} characters`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) return unusable(lines.linePos(broken.pos[0]).line, [], broken.code);
  const plain = plainOf(document);
  if (plain === undefined) return unusable(1, [], 'too many aliases');
  const read = parametersShape.safeParse(plain.value);
  const wrong = read.success
    ? wrongIn(read.data)
    : { path: read.error.issues[0].path, what: read.error.issues[0].message };
  if (wrong !== undefined)
    return unusable(yamlLine(document, lines, wrong.path), wrong.path, wrong.what);
  return ok(parametersOf(read.data as ParametersShape));
}

const unusable = (line: number, path: readonly PropertyKey[], what: string) =>
  fail('QRG_RISK_PARAMETERS', { line, path: path.join('.') || '—', what });

/** Undefined for a document whose aliases would unfold without end. */
function plainOf(document: Document): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS() };
  } catch {
    return undefined;
  }
}

function parametersOf({
  factors,
  measures,
  events,
  due_diligence,
  ...rest
}: ParametersShape): RiskParameters {
  return {
    ...rest,
    dueDiligence: due_diligence,
    factors: new Map(factors.map((factor) => [factor.id, factor])),
    measures: new Map(measures.map((measure) => [measure.id, measure])),
    events: new Map(events.map((event) => [event.id, event])),
  };
}
