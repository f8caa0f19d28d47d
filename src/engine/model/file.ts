import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { FEATURES, featureIndex, isFeature } from '../features.ts';
import { columnsOf, type Forest } from './forest.ts';
import { HEARD_NAMES } from './heard.ts';
import type { Model, Stages } from './model.ts';

/** What a model says of itself, for people. */
const cardShape = z.strictObject({
  /** Version of Qorgan that learnt it. */
  engine: z.string(),
  transfers: z.number().int(),
  positives: z.number().int(),
  accounts: z.number().int(),
  /** Epoch ms of the first and last transfer learnt from. */
  from: z.number(),
  to: z.number(),
  clock: z.enum(['exact', 'day']),
  currency: z.string(),
  label: z.string(),
  seed: z.number().int(),
  /** On slices of time that the forests judging them had not seen. */
  figures: z.record(z.string(), z.number()),
});
export type ModelCard = z.infer<typeof cardShape>;

/** Within what the columns of a `Forest` hold: a number that wrapped around would stand for another. */
const places = z.array(z.int32().min(0));
const single = z.number().refine((value) => Number.isFinite(Math.fround(value)));
const forestShape = z.strictObject({
  base: single,
  roots: places,
  feature: z.array(z.int32().min(-1).max(0x7fff)),
  threshold: z.array(z.number()),
  child: places,
  value: z.array(single),
});
const line = z.strictObject({ slope: z.number().positive(), offset: z.number() });
const stagesShape = z.strictObject({
  glance: z.strictObject({ trees: z.number().int().min(0), below: z.number() }),
  first: forestShape,
  second: forestShape,
  chance: line,
  score: line,
});
const fileShape = z.strictObject({
  format: z.literal('qorgan-model'),
  version: z.literal(1),
  name: z.string().min(1),
  card: cardShape,
  /** Every feature of the engine that learnt it, in order: with others the numbers would mean something else. */
  features: z.array(z.string()),
  arrival: stagesShape,
  lookBack: stagesShape,
  /** Feature -> lowest and greatest value met but for the outermost thousandths. */
  range: z.record(z.string(), z.tuple([z.number(), z.number()]).readonly()),
});

export interface ModelFile {
  readonly model: Model;
  readonly card: ModelCard;
}

/** The model as text; the same model gives the same text. */
export function writeModel({ model, card }: ModelFile): string {
  const stages = ({ glance, first, second, chance, score }: Stages) => ({
    glance,
    first: plain(first),
    second: plain(second),
    chance,
    score,
  });
  return `${JSON.stringify({
    format: 'qorgan-model',
    version: 1,
    name: model.name,
    card,
    features: FEATURES.map((f) => f.name),
    arrival: stages(model.arrival),
    lookBack: stages(model.lookBack),
    range: Object.fromEntries([...model.range].map(([f, range]) => [FEATURES[f].name, range])),
  } satisfies z.infer<typeof fileShape>)}\n`;
}

/** Reads a model. Errors: QRG_MODEL_DAMAGED, QRG_MODEL_OTHER_ENGINE when the features are not this engine's. */
export function readModel(text: string): Result<ModelFile> {
  const parsed = fileShape.safeParse(json(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail('QRG_MODEL_DAMAGED', { what: `${issue.path.join('.')} ${issue.message}` });
  }
  const { name, card, features, arrival, lookBack, range } = parsed.data;
  const other = difference(features);
  if (other !== undefined) return fail('QRG_MODEL_OTHER_ENGINE', { what: other });
  const stages = {
    arrival: stagesOf(arrival, COLUMNS.arrival.features),
    lookBack: stagesOf(lookBack, COLUMNS.lookBack.features),
  };
  for (const [part, { glance, first, second }] of Object.entries(stages)) {
    const { features: known, heard } = COLUMNS[part as keyof typeof COLUMNS];
    if (
      glance.trees > first.roots.length ||
      !isSound(first, known) ||
      !isSound(second, known + 1 + heard)
    )
      return fail('QRG_MODEL_DAMAGED', { what: part });
  }
  const stranger = Object.keys(range).find((f) => !isFeature(f));
  if (stranger !== undefined) return fail('QRG_MODEL_DAMAGED', { what: stranger });
  const ranges = Object.entries(range).map(([f, r]) => [featureIndex(f), r] as const);
  return ok({ model: { name, ...stages, range: new Map(ranges) }, card });
}

/** Columns of the first stage; the second sees the first's margin and what was heard besides. */
const COLUMNS = {
  arrival: { features: FEATURES.length, heard: HEARD_NAMES.length },
  lookBack: { features: 2 * FEATURES.length, heard: 2 * HEARD_NAMES.length },
} as const;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first feature that is not the same; undefined when all are. */
function difference(features: readonly string[]): string | undefined {
  const at = FEATURES.findIndex((f, i) => features[i] !== f.name);
  if (at >= 0) return `${features[at] ?? '-'} / ${FEATURES[at].name}`;
  return features.length > FEATURES.length ? features[FEATURES.length] : undefined;
}

const plain = ({ base, roots, feature, threshold, child, value }: Forest) => ({
  base,
  roots: [...roots],
  feature: [...feature],
  threshold: [...threshold],
  child: [...child],
  value: [...value],
});

function stagesOf(told: z.infer<typeof stagesShape>, width: number): Stages {
  const first = forestOf(told.first);
  const second = forestOf(told.second);
  const asked = new Set([...columnsOf(first), ...columnsOf(second)]);
  const uses = [...asked].filter((column) => column < width).sort((a, b) => a - b);
  return { glance: told.glance, first, second, uses, chance: told.chance, score: told.score };
}

const forestOf = (f: z.infer<typeof forestShape>): Forest => ({
  base: f.base,
  roots: Uint32Array.from(f.roots),
  feature: Int16Array.from(f.feature),
  threshold: Float64Array.from(f.threshold),
  child: Uint32Array.from(f.child),
  value: Float32Array.from(f.value),
});

/** True if every way through the trees ends at a leaf: children stand behind their parents and exist. */
function isSound({ roots, feature, threshold, child, value }: Forest, columns: number): boolean {
  const nodes = feature.length;
  if ([threshold, child, value].some((column) => column.length !== nodes)) return false;
  return (
    roots.every((root) => root < nodes) &&
    feature.every((f, n) => f < columns && (f < 0 || (child[n] > n && child[n] + 1 < nodes)))
  );
}
