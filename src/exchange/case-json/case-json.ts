import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { type Origin, stricter, TLP, type Tlp } from '../../domain/case/marking.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import {
  ACCOUNT,
  CASE_FRAME,
  CONTACT,
  FACT,
  HOLD,
  INSTITUTION,
  NETWORK,
  OFFICER,
  PARTY,
  POST,
  SIGNAL,
  TRANSFER,
} from '../elements/element-schema.ts';
import { FIELD_CLASSES, type FieldClass } from '../fields/field-class.ts';
import { type ForeignFacts, UNMARKED_TLP, UNNUMBERED } from '../foreign-facts.ts';

/** How such a file calls itself. */
const FORMAT = 'qorgan-case/1';

/** It says all that a case file says. */
export const CASE_JSON_CARRIES: readonly FieldClass[] = FIELD_CLASSES;

/** What goes along with a case. */
export interface CaseJsonTold {
  readonly tlp: Tlp;
  /** Codes of whom it is for: they may keep what is marked amber. */
  readonly namedTo: readonly string[];
  /** Number of the request that it answers. */
  readonly answers?: string | undefined;
}

const MARKED = ['parties', 'accounts', 'transfers', 'posts', 'contacts'] as const;

/** A case as plain JSON, each element of another house with its mark; the number of our import stays. */
export function writeCaseJson(file: CaseFile, { tlp, namedTo, answers }: CaseJsonTold): Uint8Array {
  const { institution, officer, parties, accounts, transfers, posts, contacts, ...rest } = file;
  const { signals, networks, holds, facts, caseId: _, ...frame } = rest;
  const marked = <E extends { readonly origin: Origin | null }>(elements: readonly E[]) =>
    elements.map(({ origin, ...element }) =>
      origin === null
        ? element
        : { ...element, mark: { tlp: origin.tlp, from: origin.from, namedTo: origin.namedTo } },
    );
  const { userId: __, ...person } = officer ?? { userId: 0, name: '' };
  const told = {
    format: FORMAT,
    tlp,
    namedTo,
    ...(answers !== undefined && { answers }),
    sender: { institution, officer: officer === null ? null : person },
    case: frame,
    parties: marked(parties),
    accounts: marked(accounts),
    transfers: marked(transfers),
    posts: marked(posts),
    contacts: marked(contacts),
    signals,
    networks,
    holds,
    facts,
  };
  return utf8ToBytes(`${JSON.stringify(told, null, 1)}\n`);
}

/** More of one kind than a case file carries is no case. */
const ELEMENTS_MOST = 10_000;
const BYTES_MOST = 16 * 1024 * 1024;

const code = z.string().min(1).max(64);
const mark = z.object({
  tlp: z.enum(TLP),
  from: z.string().max(200),
  namedTo: z.array(code).max(64),
});
const many = <T extends z.ZodType>(of: T) => z.array(of).max(ELEMENTS_MOST).default([]);
/** Marks of our own import are no one's to tell: only `mark` is read. */
const BARE = { origin: true } as const;
const marking = { mark: mark.optional() };

const content = z.object({
  format: z.literal(FORMAT),
  tlp: z.enum(TLP).default(UNMARKED_TLP),
  namedTo: z.array(code).max(64).default([]),
  answers: z.string().max(64).optional(),
  sender: z.object({ institution: INSTITUTION, officer: OFFICER.nullable().default(null) }),
  case: CASE_FRAME,
  parties: many(PARTY.omit(BARE).extend(marking)),
  accounts: many(ACCOUNT.omit(BARE).extend(marking)),
  transfers: many(TRANSFER.omit(BARE).extend(marking)),
  posts: many(POST.omit(BARE).extend(marking)),
  contacts: many(CONTACT.omit(BARE).extend(marking)),
  signals: many(SIGNAL),
  networks: many(NETWORK),
  holds: many(HOLD),
  facts: many(FACT),
});

/** Whether bytes call themselves such a file; nothing of it is checked. */
export const looksLikeCaseJson = (text: string): boolean =>
  text.slice(0, 200).includes(`"${FORMAT}"`);

export interface ReadCaseJson {
  readonly facts: ForeignFacts;
  /** Number of the request that it answers; null: none is named. */
  readonly answers: string | null;
}

/**
 * Reads such a file of another house. Ids that refer to nothing are left as they are: whoever takes it in does not follow them.
 * Errors: QRG_PACKAGE_LARGE, QRG_PACKAGE_CASE_FORM with the place.
 */
export function readCaseJson(bytes: Uint8Array): Result<ReadCaseJson> {
  if (bytes.length > BYTES_MOST) return fail('QRG_PACKAGE_LARGE', { mb: BYTES_MOST / 1024 / 1024 });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail('QRG_PACKAGE_CASE_FORM', { path: 'JSON' });
  }
  const read = content.safeParse(json);
  if (!read.success)
    return fail('QRG_PACKAGE_CASE_FORM', { path: read.error.issues[0]?.path.join('.') ?? '' });
  const { sender, case: frame, tlp, namedTo, answers, format: _, ...elements } = read.data;
  const from = sender.institution.code || sender.institution.name;
  const origins = <E extends { readonly mark?: z.output<typeof mark> | undefined }>(
    list: readonly E[],
  ) =>
    list.map(({ mark: told, ...element }) => ({
      ...element,
      origin: {
        packageId: UNNUMBERED,
        from: told?.from ?? from,
        // No element is looser than what its sender said of it; the package's own mark holds where it said nothing.
        tlp: told?.tlp ?? tlp,
        namedTo: told?.namedTo ?? namedTo,
      },
    }));
  const transfers = origins(elements.transfers);
  transfers.sort((a, b) => a.at - b.at);
  const whole = MARKED.reduce<Tlp>(
    (least, list) => elements[list].reduce((t, e) => stricter(t, e.mark?.tlp ?? t), least),
    tlp,
  );
  const facts = {
    format: 'case',
    pap: null,
    sender: {
      code: sender.institution.code,
      name: sender.institution.name,
      institution: sender.institution,
      officer: sender.officer,
    },
    tlp: whole,
    saidTlp: whole,
    caseNumber: frame.number || null,
    title: frame.title || null,
    madeAt: frame.asOf || null,
    parties: origins(elements.parties),
    accounts: origins(elements.accounts),
    transfers,
    posts: origins(elements.posts),
    contacts: origins(elements.contacts),
    signals: elements.signals,
    networks: elements.networks,
    holds: elements.holds,
    facts: elements.facts,
    relations: [],
    left: [],
  } as const satisfies ForeignFacts;
  return ok({ facts, answers: answers ?? null });
}
