import { parentPort } from 'node:worker_threads';
import { NameIndex } from '../../screening/names/name-index.ts';
import type { NameAsked, NameListed, NameMatch } from '../../screening/names/name-match.ts';

/** What the thread of names is asked to do. A table is known by its key. */
export type NamesTask =
  | { readonly kind: 'add'; readonly key: number; readonly listed: readonly NameListed[] }
  | { readonly kind: 'build' | 'drop'; readonly key: number }
  | {
      readonly kind: 'search';
      readonly keys: readonly number[];
      readonly asked: NameAsked;
      /** Matches of one table at the most. */
      readonly most: number;
    };

export interface NamesQuestion {
  readonly id: number;
  readonly task: NamesTask;
}

export interface NamesAnswer {
  readonly id: number;
  /** Of a search: by table, in the order of its keys. */
  readonly found: readonly (readonly NameMatch[])[];
}

const drafts = new Map<number, NameListed[]>();
const tables = new Map<number, NameIndex>();

function work(task: NamesTask): NamesAnswer['found'] {
  switch (task.kind) {
    case 'add':
      addTo(task.key, task.listed);
      return [];
    case 'build':
      tables.set(task.key, NameIndex.build(drafts.get(task.key) ?? []));
      drafts.delete(task.key);
      return [];
    case 'drop':
      drafts.delete(task.key);
      tables.delete(task.key);
      return [];
    case 'search':
      return task.keys.map((key) => tables.get(key)?.search(task.asked, { most: task.most }) ?? []);
  }
}

function addTo(key: number, listed: readonly NameListed[]): void {
  const draft = drafts.get(key) ?? [];
  for (const name of listed) draft.push(name);
  drafts.set(key, draft);
}

// What it throws ends the thread, which its owner notices: tables that may be half made are asked no more.
parentPort?.on('message', ({ id, task }: NamesQuestion) => {
  parentPort?.postMessage({ id, found: work(task) } satisfies NamesAnswer);
});
