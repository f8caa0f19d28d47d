import { type Classes, openClasses } from '../academy/classes/classes.ts';
import { endClasses } from '../academy/classes/end-classes.ts';
import { openReportDesk, type ReportDesk } from '../watch/reports/report-desk.ts';
import { tickReports } from '../watch/reports/tick-reports.ts';
import { type Figures, openFigures } from './figures/figures.ts';
import { type HeldDesk, openHeldDesk } from './held/held-desk.ts';
import { keepKnown } from './known/keep-known.ts';
import { type KnownContacts, openKnownContacts } from './known/known-contacts.ts';
import type { PortalGiven } from './portal-given.ts';
import { openProofs, type Proofs } from './proofs/proofs.ts';

/** The desks at which anybody may ask without signing in. */
export interface Portal {
  readonly proofs: Proofs;
  readonly reports: ReportDesk;
  readonly known: KnownContacts;
  readonly held: HeldDesk;
  readonly figures: Figures;
  readonly classes: Classes;
}

/** Opens all of them. Nothing is read from the store yet. */
export function openPortal(given: PortalGiven): Portal {
  const proofs = openProofs(given);
  return {
    proofs,
    reports: openReportDesk({ ...given, proofs }),
    known: openKnownContacts(given),
    held: openHeldDesk(given),
    figures: openFigures(given),
    classes: openClasses(given),
  };
}

/** What passes with time at the desks; called once a minute. Trouble of one keeps no other from forgetting what it must forget. */
export async function tickPortal(
  { classes, known, reports }: Portal,
  signal: AbortSignal,
): Promise<void> {
  const troubles: unknown[] = [];
  for (const pass of [
    () => endClasses(classes, signal),
    () => tickReports(reports),
    () => keepKnown(known, signal),
  ])
    await pass().catch((trouble: unknown) => troubles.push(trouble));
  if (troubles.length > 0) throw troubles[0];
}
