import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SIM_BANKS } from '../banks.ts';
import type { SimWorld } from '../model.ts';
import { layOut } from './layouts.ts';
import { type Statement, statementsOf } from './statement.ts';
import { workbookBytes } from './workbook.ts';

export interface StatementFile {
  /** Name inside the folder. */
  readonly file: string;
  /** Index of the account in the world. */
  readonly account: number;
  readonly rows: number;
}

/**
 * Writes one workbook for each account in the layout of its bank: what a bank hands to an investigator.
 * Covers the whole simulated period.
 */
export async function writeStatements(
  world: SimWorld,
  accounts: readonly number[],
  dir: string,
): Promise<StatementFile[]> {
  await mkdir(dir, { recursive: true });
  const written: StatementFile[] = [];
  const statements = statementsOf(world, accounts);
  for (const [i, statement] of statements.entries()) {
    const { file, bytes } = statementFile(statement);
    await writeWhole(join(dir, file), bytes);
    written.push({ file, account: accounts[i], rows: statement.rows.length });
  }
  return written;
}

/** Name and content of one statement's file; Freedom alone still writes .xls. */
export function statementFile(statement: Statement): { file: string; bytes: Uint8Array } {
  const bank = SIM_BANKS[statement.bank];
  const format = bank.layout === 'freedom' ? 'xls' : 'xlsx';
  return {
    file: `${bank.short}_${statement.account}.${format}`,
    bytes: workbookBytes([layOut(statement, bank)], format),
  };
}

/** Under its name only when it is whole. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}
