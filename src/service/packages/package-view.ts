import type { Tlp } from '../../domain/case/marking.ts';
import type { Language } from '../../domain/language.ts';
import type { FieldClass } from '../../exchange/fields/field-class.ts';
import type { PackageFormat } from '../../exchange/package/package-format.ts';
import type { PackageState } from '../../exchange/package/package-state.ts';
import type { PackageDirection } from '../../store/tables/packages.ts';
import type { PackageRow } from './package-row.ts';

export interface Actor {
  readonly userId: number;
  readonly name: string;
}

/** A package as a person works with it; its bytes are asked for apart. */
export interface PackageView {
  readonly packageId: number;
  readonly version: number;
  readonly case: { readonly caseId: number; readonly number: string } | null;
  readonly direction: PackageDirection;
  readonly format: PackageFormat;
  readonly state: PackageState;
  readonly tlp: Tlp;
  readonly partners: readonly {
    readonly code: string;
    readonly name: string;
    readonly country: string;
  }[];
  readonly ground: string | null;
  readonly fields: readonly FieldClass[];
  readonly language: Language;
  readonly answers: number | null;
  readonly madeAt: number;
  readonly madeBy: Actor;
  readonly approvedAt: number | null;
  readonly approvedBy: Actor | null;
  readonly sentAt: number | null;
  readonly dueAt: number | null;
  readonly overdue: boolean;
  readonly endedAt: number | null;
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    /** Hex. */
    readonly sha256: string;
  } | null;
  readonly caseVersion: number | null;
}

export const packageView = (row: PackageRow, now: number): PackageView => ({
  packageId: row.package_id,
  version: row.version,
  case:
    row.case_id === null || row.case_number === null
      ? null
      : { caseId: row.case_id, number: row.case_number },
  direction: row.direction,
  format: row.format,
  state: row.state,
  tlp: row.tlp,
  partners: row.partner_rows,
  ground: row.ground,
  fields: row.fields,
  language: row.language as Language,
  answers: row.answers,
  madeAt: row.made_at,
  madeBy: { userId: row.made_by_id, name: row.made_by },
  approvedAt: row.approved_at,
  approvedBy:
    row.approved_by_id === null
      ? null
      : { userId: row.approved_by_id, name: row.approved_by ?? '' },
  sentAt: row.sent_at,
  dueAt: row.due_at,
  overdue: row.due_at !== null && row.due_at <= now && ['sent', 'expired'].includes(row.state),
  endedAt: row.ended_at,
  file:
    row.sha256 === null
      ? null
      : {
          name: row.file_name ?? '',
          mediaType: row.media_type ?? '',
          bytes: row.bytes ?? 0,
          sha256: row.sha256.toString('hex'),
        },
  caseVersion: row.case_version,
});

/** What answers name a package by. */
export const packageNumber = (packageId: number): string => `P-${packageId}`;
