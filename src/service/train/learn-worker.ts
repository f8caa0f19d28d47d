import { parentPort, workerData } from 'node:worker_threads';
import type { LearnOptions } from '../../learning/folds.ts';
import { CodeBlock, Matrix } from '../../learning/matrix.ts';
import type { Verdicts } from '../../learning/stages.ts';
import { toStages } from '../../learning/stages.ts';
import { learnTwoStage, type Passage } from '../../learning/two-stage.ts';

/** One forest pair to learn; its columns are shared memory. */
export interface LearnTask {
  readonly passage: Passage;
  /** By view: blocks of codes side by side, and its spans. */
  readonly views: readonly {
    readonly blocks: readonly { readonly codes: Uint16Array; readonly width: number }[];
    readonly spans: number;
  }[];
  readonly options: LearnOptions;
  readonly verdicts: Verdicts;
}

export type Learnt = ReturnType<typeof toStages> & {
  readonly heldOut: Float64Array;
  readonly heldOutFrom: number;
  readonly figures: { readonly first: number; readonly second: number };
};

function learn({ passage, views, options, verdicts }: LearnTask): Learnt {
  const two = learnTwoStage(
    passage,
    views.map(({ blocks, spans }) => ({
      matrix: new Matrix(blocks.map((b) => new CodeBlock(0, b.width, b.codes))),
      spans,
    })),
    options,
  );
  const { heldOut, heldOutFrom, figures } = two;
  return { ...toStages(two, passage.label, verdicts), heldOut, heldOutFrom, figures };
}

if (parentPort) {
  parentPort.postMessage(learn(workerData as LearnTask));
  parentPort.close();
}
