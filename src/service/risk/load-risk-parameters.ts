import { join } from 'node:path';
import { QorganError } from '../../domain/errors/catalogue.ts';
import type { RiskParameters } from '../../screening/risk/parameter-types.ts';
import { readRiskParameters } from '../../screening/risk/parameters.ts';
import { dataFolder } from '../package-root.ts';
import { readText } from '../read-text.ts';

/** The parameters that Qorgan ships for a country, and the text that an institution begins its own from. */
export interface ShippedParameters {
  readonly text: string;
  readonly parameters: RiskParameters;
}

/** Reads data/risk/<country>/parameters.yaml. Throws QRG_RISK_PARAMETERS, or QRG_FILE_UNREADABLE. */
export async function loadRiskParameters(country = 'kz'): Promise<ShippedParameters> {
  const text = await readText(join(dataFolder, 'risk', country, 'parameters.yaml'));
  const read = readRiskParameters(text);
  if (!read.ok) throw new QorganError(read.problem.code, read.problem.args);
  return { text, parameters: read.value };
}
