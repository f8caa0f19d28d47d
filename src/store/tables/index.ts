import type { AuditTables } from './audit.ts';
import type { CaseStatementTables } from './case-statements.ts';
import type { CaseTables } from './cases.ts';
import type { ClassTables } from './classes.ts';
import type { CoreTables } from './core.ts';
import type { CustomerTables } from './customers.ts';
import type { FilingTables } from './filings.ts';
import type { HoldCodeTables } from './hold-codes.ts';
import type { HoldTables } from './holds.ts';
import type { KnownContactTables } from './known-contacts.ts';
import type { ListTables } from './lists.ts';
import type { PackageTables } from './packages.ts';
import type { PeopleTables } from './people.ts';
import type { ReportTalkTables } from './report-talk.ts';
import type { WatchTables } from './watch.ts';

/** All tables by name, as Kysely reads and writes them. An area adds its own to `extends`. */
export interface Tables
  extends CoreTables,
    PeopleTables,
    AuditTables,
    HoldTables,
    ListTables,
    CustomerTables,
    WatchTables,
    CaseTables,
    CaseStatementTables,
    FilingTables,
    PackageTables,
    ClassTables,
    ReportTalkTables,
    KnownContactTables,
    HoldCodeTables {}
