import { join } from 'node:path';
import type { RiskParameters } from '../../screening/risk/parameter-types.ts';
import { readRiskParameters } from '../../screening/risk/parameters.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { orThrow } from '../or-throw.ts';
import { dataFolder } from '../package-root.ts';
import { readText } from '../read-text.ts';
import { changedText, mergeChanges, type ParameterChanges } from './parameter-changes.ts';

/** A version of the parameters of an institution. */
export interface ParametersVersion {
  /** 0: as shipped. */
  readonly number: number;
  readonly parameters: RiskParameters;
  /** Against what ships. */
  readonly changes: ParameterChanges;
}

/**
 * By what each institution rates its customers: what ships, and what the institution changed of it. In memory: a rating asks
 * for it, and one process writes.
 */
export class ParametersBook {
  readonly #text: string;
  readonly #shipped: ParametersVersion;
  readonly #own = new Map<number, ParametersVersion>();

  /** Throws QRG_RISK_PARAMETERS. */
  constructor(text: string) {
    this.#text = text;
    this.#shipped = { number: 0, parameters: orThrow(readRiskParameters(text)), changes: {} };
  }

  get shipped(): RiskParameters {
    return this.#shipped.parameters;
  }

  inForce(institutionId: number): ParametersVersion {
    return this.#own.get(institutionId) ?? this.#shipped;
  }

  /** The version that would follow; it is not in force yet. Throws QRG_RISK_PARAMETERS where the changes are not possible. */
  next(institutionId: number, changes: ParameterChanges): ParametersVersion {
    const { number, changes: before } = this.inForce(institutionId);
    return this.#versionOf(number + 1, mergeChanges(before, changes));
  }

  /** It is the institution's from now on. */
  put(institutionId: number, version: ParametersVersion): void {
    this.#own.set(institutionId, version);
  }

  /** Reads what institutions have saved. */
  async load(trx: Transaction): Promise<void> {
    const rows = await trx
      .selectFrom('risk_parameters')
      .distinctOn('institution_id')
      .select(['institution_id', 'number', 'changes'])
      .orderBy('institution_id')
      .orderBy('number', 'desc')
      .execute();
    for (const { institution_id, number, changes } of rows)
      this.put(institution_id, this.#versionOf(number, changes as ParameterChanges));
  }

  #versionOf(number: number, changes: ParameterChanges): ParametersVersion {
    const parameters = orThrow(readRiskParameters(changedText(this.#text, changes, number)));
    return { number, changes, parameters };
  }
}

/** Opens the book of a store. Throws QRG_RISK_PARAMETERS: wrong parameters must stop the start, not rate customers wrongly. */
export async function openParameters(store: Store, country = 'kz'): Promise<ParametersBook> {
  const text = await readText(join(dataFolder, 'risk', country, 'parameters.yaml'));
  const book = new ParametersBook(text);
  await store.write((trx) => book.load(trx));
  return book;
}
