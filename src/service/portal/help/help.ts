import type { z } from 'zod';
import type { LawWords } from '../../../law/people/law-words.ts';
import type { contactsFile, situationsFile, statementsFile, stepsFile } from './help-schema.ts';

export type Contact = z.output<typeof contactsFile>['contacts'][number];
export type Step = z.output<typeof stepsFile>['steps'][number];
export type Situation = z.output<typeof situationsFile>['situations'][number];
export type Statement = z.output<typeof statementsFile>['statements'][number];

/** What the portal gives to somebody who is in it already: `/portal/data/help.json`. */
export interface Help {
  readonly contacts: readonly Contact[];
  readonly steps: readonly Step[];
  readonly situations: readonly Situation[];
  readonly statements: readonly Statement[];
}

export interface LoadedHelp {
  readonly help: Help;
  readonly words: LawWords;
}
