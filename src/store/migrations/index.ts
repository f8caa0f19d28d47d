import { core } from './0001-core.ts';
import { people } from './0002-people.ts';
import { audit } from './0003-audit.ts';
import { holds } from './0004-holds.ts';
import { lists } from './0005-lists.ts';
import { alertQueue } from './0006-alert-queue.ts';
import { customers } from './0007-customers.ts';
import { holdTerms } from './0008-hold-terms.ts';
import { watch } from './0009-watch.ts';
import { cases } from './0010-cases.ts';
import { filings } from './0011-filings.ts';
import { packages } from './0012-packages.ts';
import { caseStatements } from './0013-case-statements.ts';
import { classes } from './0014-classes.ts';
import { reportTalk } from './0015-report-talk.ts';
import { knownContacts } from './0016-known-contacts.ts';
import { holdCodes } from './0017-hold-codes.ts';
import { centreReleases } from './0018-centre-releases.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  core,
  people,
  audit,
  holds,
  lists,
  alertQueue,
  customers,
  holdTerms,
  watch,
  cases,
  filings,
  packages,
  caseStatements,
  classes,
  reportTalk,
  knownContacts,
  holdCodes,
  centreReleases,
];
