import type { z } from 'zod';
import type { ErrorCode, Problem } from '../../domain/errors/catalogue.ts';
import { FEATURES, featureIndex, type Unit } from '../features.ts';
import { compileStrength, compileTest, costOf } from './closure.ts';
import {
  type NumberNode,
  parseNumber,
  parseTest,
  type Scope,
  type TestNode,
} from './expression.ts';
import { needsOf } from './needs.ts';
import { type CompiledRule, createEvaluate, RULES_MAX, type Ruleset } from './ruleset.ts';
import {
  documentShape,
  PARAM_UNITS,
  type Param,
  type RuleShape,
  ruleShape,
  type Threshold,
  type Typology,
  type Verdicts,
} from './schema.ts';
import { parseTemplate } from './template.ts';

/** One file of a rules folder, already parsed from YAML or JSON. */
export interface RuleDocument {
  readonly file: string;
  readonly data: unknown;
}

export type CompileResult =
  | { readonly ok: true; readonly ruleset: Ruleset }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where no rule is meant, its place in a message. */
const NO_RULE = '-';
const AMOUNT_KZT = featureIndex('t.amount_kzt');
/** The condition of a reason that only a model fires. */
const NEVER: TestNode = { kind: 'any', of: [] };
const FULL_STRENGTH: NumberNode = { kind: 'constant', value: 1, unit: 'any' };

type Report = (file: string, rule: string, path: string, code: ErrorCode, found: string) => void;

/** Checks and compiles the files of a rules folder. All problems are returned, not the first. */
export function compileRules(documents: readonly RuleDocument[]): CompileResult {
  const problems: Problem[] = [];
  const report: Report = (file, rule, path, code, found) =>
    problems.push({ code, args: { file, rule, path, found } });
  const typologies = new Map<string, Typology>();
  const drafts: { file: string; data: unknown }[] = [];
  const verdicts: Verdicts[] = [];
  const thresholds: Threshold[] = [];

  for (const { file, data } of documents) {
    const parsed = documentShape.safeParse(data);
    if (!parsed.success) {
      reportShape(parsed.error, file, NO_RULE, report);
      continue;
    }
    for (const t of parsed.data.typologies ?? []) {
      if (typologies.has(t.id)) report(file, NO_RULE, 'typologies', 'QRG_RULE_DUPLICATE', t.id);
      typologies.set(t.id, t);
    }
    for (const rule of parsed.data.rules ?? []) drafts.push({ file, data: rule });
    if (parsed.data.verdict !== undefined) verdicts.push(parsed.data.verdict);
    thresholds.push(...(parsed.data.thresholds ?? []));
  }

  const rules = compileAll(drafts, typologies, report);
  if (drafts.length === 0 || drafts.length > RULES_MAX)
    problems.push({
      code: 'QRG_RULE_LIMIT',
      args: { found: drafts.length, limit: RULES_MAX },
    });
  const [verdict] = verdicts;
  if (verdict === undefined || verdicts.length > 1)
    problems.push({ code: 'QRG_RULE_VERDICT', args: { found: verdicts.length } });
  if (problems.length > 0 || verdict === undefined) return { ok: false, problems };
  return { ok: true, ruleset: assemble(rules, typologies, verdict, thresholds) };
}

function assemble(
  unsorted: readonly CompiledRule[],
  typologies: ReadonlyMap<string, Typology>,
  verdicts: Verdicts,
  thresholds: readonly Threshold[],
): Ruleset {
  const rules = [...unsorted].sort(
    (a, b) =>
      // What only a model fires stands last: it is never asked.
      Number(a.learned.length > 0) - Number(b.learned.length > 0) ||
      Number(a.usesPatterns) - Number(b.usesPatterns) ||
      a.cost - b.cost ||
      (a.id < b.id ? -1 : 1),
  );
  return {
    rules,
    typologies,
    review: verdicts.review.score,
    hold: verdicts.hold.score,
    verdicts,
    thresholds,
    thresholdsMinor: [...new Set(thresholds.map((t) => t.kzt * 100))].sort((a, b) => a - b),
    evaluate: createEvaluate(rules),
  };
}

function compileAll(
  drafts: readonly { file: string; data: unknown }[],
  typologies: ReadonlyMap<string, Typology>,
  report: Report,
): CompiledRule[] {
  const rules: CompiledRule[] = [];
  const ids = new Set<string>();
  for (const { file, data } of drafts) {
    const parsed = ruleShape.safeParse(data);
    if (!parsed.success) {
      reportShape(parsed.error, file, nameOf(data), report);
      continue;
    }
    const rule = parsed.data;
    if (ids.has(rule.id)) report(file, rule.id, 'id', 'QRG_RULE_DUPLICATE', rule.id);
    ids.add(rule.id);
    if (!typologies.has(rule.typology))
      report(file, rule.id, 'typology', 'QRG_RULE_TYPOLOGY', rule.typology);
    rules.push(compileOne(file, rule, report));
  }
  return rules;
}

function compileOne(file: string, rule: RuleShape, report: Report): CompiledRule {
  const scope = scopeOf(file, rule, report);
  const asked = rule.learned === undefined ? parseTest(rule.when, 'when', scope) : NEVER;
  if (rule.learned !== undefined && rule.when !== undefined)
    report(file, rule.id, 'when', 'QRG_RULE_SHAPE', 'learned');
  const strength =
    rule.strength === undefined ? FULL_STRENGTH : parseNumber(rule.strength, 'strength', scope);
  const when = inTengeOnly(asked, rule.params, scope);
  const template = parseTemplate(rule.explain, 'explain', scope);
  for (const name of Object.keys(rule.params))
    if (!scope.usedParams.has(name))
      report(file, rule.id, `params.${name}`, 'QRG_RULE_PARAM_UNUSED', name);
  const uses = [...scope.usedFeatures].sort((a, b) => a - b);
  return {
    id: rule.id,
    file,
    typology: rule.typology,
    subject: rule.subject,
    title: rule.title,
    explain: rule.explain,
    template,
    weight: rule.weight,
    amltrix: rule.amltrix,
    aboutHubs: rule.about_hubs,
    once: rule.once,
    params: rule.params,
    uses,
    usesPatterns: uses.some((i) => FEATURES[i]!.name.startsWith('pattern.')),
    needs: needsOf(when),
    learned: rule.learned ?? [],
    cost: costOf(when) + costOf(strength),
    test: compileTest(when),
    strength: compileStrength(strength),
  };
}

function scopeOf(file: string, rule: RuleShape, report: Report): Scope {
  const params = new Map<string, { value: number; unit: Unit }>();
  for (const [name, p] of Object.entries(rule.params)) {
    const { unit, factor } = PARAM_UNITS[p.unit];
    params.set(name, { value: p.value * factor, unit });
  }
  return {
    params,
    usedParams: new Set(),
    usedFeatures: new Set(),
    report: (path, code, found) => report(file, rule.id, path, code, found),
  };
}

/** Sums in tenge can only be compared with a ledger in tenge. */
function inTengeOnly(
  when: TestNode,
  params: Readonly<Record<string, Param>>,
  scope: Scope,
): TestNode {
  const inTenge = Object.entries(params).some(
    ([name, p]) => p.unit === 'kzt' && scope.usedParams.has(name),
  );
  if (!inTenge) return when;
  const known: TestNode = {
    kind: 'known',
    of: { kind: 'feature', index: AMOUNT_KZT, unit: 'minor' },
  };
  return { kind: 'all', of: [known, when] };
}

function reportShape(error: z.ZodError, file: string, rule: string, report: Report): void {
  for (const issue of error.issues)
    report(file, rule, issue.path.join('.') || '-', 'QRG_RULE_SHAPE', issue.message);
}

function nameOf(data: unknown): string {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  return typeof id === 'string' ? id.slice(0, 60) : NO_RULE;
}
