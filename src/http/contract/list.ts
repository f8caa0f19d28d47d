import { z } from 'zod';
import { LIST_KINDS } from '../../screening/lists/list-kind.ts';
import { AccountRefText, AccountShown } from './account.ts';
import { NameMatch } from './name-match.ts';
import { PAGE_MOST, pageOf, pageQuery } from './page.ts';
import {
  BIG_SERIAL_MOST,
  flagText,
  integerText,
  line,
  Moment,
  MomentText,
  prose,
  Reason,
  SERIAL_MOST,
} from './text.ts';

export const ListParams = z.strictObject({ listId: integerText(1, SERIAL_MOST) });
export const VersionParams = z.strictObject({
  listId: integerText(1, SERIAL_MOST),
  number: integerText(1, SERIAL_MOST),
});
export const EntryParams = z.strictObject({ entryId: integerText(1, BIG_SERIAL_MOST) });
export const ListHitParams = z.strictObject({ hitId: integerText(1, BIG_SERIAL_MOST) });

export const ListQuery = z.strictObject(pageQuery);

export const NewList = z
  .strictObject({
    forAll: z.boolean().meta({ description: 'A list for every institution; wants sight of all' }),
    kind: z.enum(LIST_KINDS),
    name: line(200),
    source: line(500).meta({ description: 'Where it comes from' }),
    handling: prose(2_000).meta({ description: 'What whoever meets it has to do' }),
  })
  .meta({ id: 'NewList' });

export const ListAdded = z.object({ listId: z.int() }).meta({ id: 'ListAdded' });

export const PartyList = z
  .object({
    listId: z.int(),
    institutionId: z.int().nullable().meta({ description: 'null: a list for all' }),
    kind: z.enum(LIST_KINDS),
    name: z.string(),
    source: z.string(),
    handling: z.string(),
    inForce: z.int().nullable().meta({ description: 'Number of the version in force' }),
    createdAt: Moment,
    createdBy: z.string(),
    managed: z.boolean().meta({ description: 'You manage it' }),
  })
  .meta({ id: 'PartyList' });
export const PartyListPage = pageOf(PartyList).meta({ id: 'PartyListPage' });

const counts = {
  entries: z.int(),
  keys: z.int(),
  byNameOnly: z.int().meta({ description: 'Entries that nothing but a name tells apart' }),
  comparedWith: z.int().nullable(),
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  same: z.int(),
};

const imported = {
  listId: z.int(),
  number: z.int(),
  format: z.string(),
  sha256: z.string(),
  ...counts,
  rejected: z.int().meta({ description: 'Rows that were not taken; see faults' }),
  noted: z.int(),
  ignored: z.array(z.string()).max(1_000).meta({ description: 'Columns that were not read' }),
};

/** A version as it was imported; in force when somebody activates it. */
export const ListImported = z.object(imported).meta({ id: 'ListImported' });

export const ListVersion = z
  .object({
    ...imported,
    fileName: z.string(),
    importedAt: Moment,
    importedBy: z.string(),
    inForce: z
      .array(
        z.object({
          from: Moment,
          to: Moment.nullable(),
          by: z.string(),
          reason: z.string(),
        }),
      )
      .max(1_000),
  })
  .meta({ id: 'ListVersion' });
export const ListVersionPage = pageOf(ListVersion).meta({ id: 'ListVersionPage' });

export const ImportQuery = z.strictObject({
  name: line(200).meta({ description: 'Name of the file: its ending tells the format' }),
});

export const ListPreview = z
  .object({
    listId: z.int(),
    number: z.int(),
    ...counts,
    customers: z.int().meta({ description: 'Customers that would stand on it' }),
    accounts: z.int(),
    newCustomers: z.int(),
    newAccounts: z.int(),
    goneCustomers: z
      .int()
      .meta({ description: 'Customers that stand on it now and would no more' }),
    goneAccounts: z.int(),
  })
  .meta({ id: 'ListPreview' });

export const Activate = z.strictObject({ reason: Reason }).meta({ id: 'Activate' });
const activated = {
  listId: z.int(),
  before: z.int().nullable().meta({ description: 'The version that was in force' }),
  at: Moment,
  met: z
    .int()
    .meta({ description: 'Customers and accounts that meet an entry for the first time' }),
  gone: z.int().meta({ description: 'Those that meet it no more: their marks are taken back' }),
  accounts: z.int().meta({ description: 'Accounts that stand in a list, by this one and others' }),
};
export const Activated = z.object({ ...activated, number: z.int() }).meta({ id: 'Activated' });

export const Withdraw = z.strictObject({ reason: Reason }).meta({ id: 'WithdrawList' });
export const Withdrawn = z.object({ ...activated, number: z.null() }).meta({ id: 'ListWithdrawn' });

export const FaultPage = pageOf(
  z
    .object({
      line: z.int(),
      column: z.string(),
      code: z.string(),
      effect: z.string(),
      message: z.string(),
    })
    .meta({ id: 'ListFault' }),
).meta({ id: 'ListFaultPage' });

const entry = {
  entryId: z.int(),
  party: z.string(),
  names: z.array(z.string()).max(1_000),
  keys: z.array(z.object({ kind: z.string(), shown: z.string() })).max(1_000),
  reason: z.string().nullable(),
  since: Moment.nullable(),
  until: Moment.nullable(),
};

export const ListEntryPage = pageOf(
  z.object(entry).meta({ id: 'ListEntry', description: 'People are hidden' }),
).meta({ id: 'ListEntryPage' });

export const ListEntryDetail = z
  .object({
    ...entry,
    listId: z.int(),
    sourceId: z.string().nullable(),
    aliases: z.array(z.unknown()).max(1_000),
    births: z.array(z.unknown()).max(1_000),
    countries: z.array(z.string()).max(1_000),
    note: z.string().nullable(),
  })
  .meta({ id: 'ListEntryDetail' });

const HIT_STATES = ['open', 'confirmed', 'dismissed'] as const;
const HIT_WAYS = ['key', 'name'] as const;

export const ListHitQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(HIT_STATES).optional(),
  list: integerText(1, SERIAL_MOST).optional(),
  customer: integerText(1, BIG_SERIAL_MOST).optional(),
  account: AccountRefText.optional(),
  gone: flagText.optional().meta({ description: 'Those that are gone, too' }),
  by: z.enum(HIT_WAYS).optional().meta({ description: 'Met by an identifier, or by name' }),
});

/** A customer or an account that meets an entry in force: a task for a person. */
export const ListHit = z
  .object({
    hitId: z.int(),
    institutionId: z.int(),
    listId: z.int(),
    listName: z.string(),
    kind: z.enum(LIST_KINDS),
    entryId: z.int(),
    customerId: z.int().nullable(),
    account: AccountShown.nullable(),
    via: z.array(z.string()).max(32).meta({
      description: 'Identifiers that are the same; name alone: the names may mean one party',
    }),
    score: z.number().nullable().meta({ description: '0 to 1, of a name' }),
    match: NameMatch.nullable().meta({ description: 'How the name met' }),
    state: z.enum(HIT_STATES),
    foundAt: Moment,
    goneAt: Moment.nullable(),
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: Moment.nullable(),
    version: z.int().meta({ description: 'For If-Match' }),
  })
  .meta({ id: 'ListHit' });
export const ListHitPage = z
  .object({ items: z.array(ListHit).max(PAGE_MOST), next: z.string().nullable() })
  .meta({ id: 'ListHitPage' });

export const DecideHit = z
  .strictObject({ state: z.enum(['confirmed', 'dismissed']), reason: Reason })
  .meta({ id: 'DecideListHit' });

/** Did an account stand in lists of a kind at a moment? The question of the duty to pay back. */
export const PastQuery = z.strictObject({
  account: AccountRefText,
  kind: z.enum(LIST_KINDS),
  at: MomentText,
});
export const PastListings = z
  .object({
    items: z
      .array(
        z.object({
          listId: z.int(),
          entryId: z.int(),
          via: z.string(),
          since: Moment.nullable(),
          until: Moment.nullable(),
          reason: z.string().nullable(),
          knownThen: z.boolean().meta({ description: 'The version in force here held it then' }),
          knownFrom: Moment,
        }),
      )
      .max(1_000),
  })
  .meta({ id: 'PastListings' });
