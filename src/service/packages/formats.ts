import { randomBytes } from 'node:crypto';
import type { CaseFile } from '../../domain/case/case-file.ts';
import type { Tlp } from '../../domain/case/marking.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import type { Language, Localized } from '../../domain/language.ts';
import {
  ANTIFRAUD_CARRIES,
  ANTIFRAUD_NEEDS,
  writeAntifraud,
} from '../../exchange/antifraud/write-antifraud.ts';
import {
  BANK_REQUEST_CARRIES,
  BANK_REQUEST_NEEDS,
  writeBankRequest,
} from '../../exchange/bank-request/bank-request.ts';
import { CASE_JSON_CARRIES } from '../../exchange/case-json/case-json.ts';
import type { FormatFields } from '../../exchange/fields/leaving-fields.ts';
import type { CodeTables } from '../../exchange/goaml/code-tables.ts';
import { GOAML_CARRIES, GOAML_NEEDS, writeGoaml } from '../../exchange/goaml/write-goaml.ts';
import { CAMT056_CARRIES, CAMT056_NEEDS, writeCamt056 } from '../../exchange/iso20022/camt056.ts';
import type { SentRecall } from '../../exchange/iso20022/recall.ts';
import { ask } from '../../exchange/known-accounts/ask.ts';
import { matchable } from '../../exchange/known-accounts/matchable.ts';
import { MISP_CARRIES, MISP_NEEDS, writeMisp } from '../../exchange/misp/write-misp.ts';
import type { ExchangeGround } from '../../exchange/package/exchange-ground.ts';
import type { MadeFormat } from '../../exchange/package/package-format.ts';
import { STIX_CARRIES, STIX_NEEDS, writeStix } from '../../exchange/stix/write-stix.ts';
import type { Written } from '../../exchange/written.ts';
import type { PartnerKind } from '../../store/tables/packages.ts';
import { validReport } from '../goaml/valid-report.ts';
import type { EvidenceKey } from '../watch/evidence/evidence-key.ts';
import { type SealedCopy, sealCase } from './evidence/seal-case.ts';
import type { AskedAccount, PackageAsk } from './kept-wish.ts';

/** What a writer is given: the minimised case, and everything of the package that was agreed on. */
export interface Making {
  readonly file: CaseFile;
  /** 'P-17': what answers name. */
  readonly number: string;
  readonly tlp: Tlp;
  readonly partners: readonly { readonly code: string; readonly name: string }[];
  readonly purpose: string;
  readonly ground: ExchangeGround;
  readonly actName: Localized;
  readonly language: Language;
  readonly ask: PackageAsk;
  /** Epoch ms. */
  readonly dueAt: number | null;
  readonly at: number;
  /** Login of who approved it; the number of the package where no officer may be named. */
  readonly operator: string;
  /** The key of the two parties; undefined where none was agreed on. */
  readonly sharedKey: Uint8Array | undefined;
  readonly evidenceKey: EvidenceKey;
  /** Number of the request that it answers. */
  readonly answers: string | undefined;
  /** Sealed copies of the posts that leave, where their hashes do. */
  readonly copies: readonly SealedCopy[];
}

export interface Made {
  readonly written: Written;
  /** Of a question for accounts. */
  readonly known?: { readonly round: string; readonly accounts: readonly AskedAccount[] };
  /** Identifiers shown, padding among them. */
  readonly asked?: number;
  /** Of a recall: what answers are matched by. */
  readonly recall?: SentRecall;
}

/** A format that this installation makes. */
export interface PackageFormatMaker extends FormatFields {
  readonly format: MadeFormat;
  readonly title: Localized;
  /** Kinds of partner that it is usual with. */
  readonly partners: readonly PartnerKind[];
  make(making: Making): Result<Made>;
  /** Holds the file to a schema of its reader's own, where one is configured. */
  readonly check?: (bytes: Uint8Array) => Promise<Result<null>>;
}

export type Formats = ReadonlyMap<MadeFormat, PackageFormatMaker>;

const written = (result: Result<Written>): Result<Made> =>
  result.ok ? ok({ written: result.value }) : result;

const named = ({ tlp, partners }: Making) => ({ tlp, namedTo: partners.map(({ code }) => code) });

/**
 * @param tables codes of the user's FIU
 * @param goamlXsd path of its schema; undefined: reports are not held to one
 */
export function packageFormats(tables: CodeTables, goamlXsd: string | undefined): Formats {
  const makers: readonly PackageFormatMaker[] = [
    {
      format: 'goaml',
      title: {
        ru: 'goAML: сообщение финансовой разведке',
        kk: 'goAML: қаржы барлауына хабарлама',
        en: 'goAML report for an FIU',
      },
      carries: GOAML_CARRIES,
      needs: GOAML_NEEDS,
      partners: ['fiu'],
      make: ({ file }) => written(writeGoaml(file, { tables })),
      ...(goamlXsd !== undefined && { check: (bytes) => validReport(goamlXsd, bytes) }),
    },
    {
      format: 'stix',
      title: {
        ru: 'STIX 2.1: набор объектов',
        kk: 'STIX 2.1: нысандар жинағы',
        en: 'STIX 2.1 bundle',
      },
      carries: STIX_CARRIES,
      needs: STIX_NEEDS,
      partners: ['bank', 'fiu', 'police', 'interpol', 'csto'],
      make: (making) => written(writeStix(making.file, named(making))),
    },
    {
      format: 'misp',
      title: { ru: 'MISP: событие', kk: 'MISP: оқиға', en: 'MISP event' },
      carries: MISP_CARRIES,
      needs: MISP_NEEDS,
      partners: ['bank', 'fiu', 'police', 'interpol', 'csto'],
      make: (making) => written(writeMisp(making.file, named(making))),
    },
    {
      format: 'antifraud',
      title: {
        ru: 'Антифрод-центр: инцидент',
        kk: 'Антифрод-орталық: инцидент',
        en: 'Anti-fraud centre: incident',
      },
      carries: ANTIFRAUD_CARRIES,
      needs: ANTIFRAUD_NEEDS,
      partners: ['bank', 'police'],
      make: ({ file, ask: { transfers, text } }) =>
        written(
          writeAntifraud(file, {
            kind: 'incident',
            ...(transfers.length > 0 && { transfers: file.transfers.map(({ id }) => id) }),
            ...(text !== null && { description: text }),
          }),
        ),
    },
    {
      format: 'camt056',
      title: {
        ru: 'camt.056: отзыв платежа',
        kk: 'camt.056: төлемді кері қайтару',
        en: 'camt.056: recall of a payment',
      },
      carries: CAMT056_CARRIES,
      needs: CAMT056_NEEDS,
      partners: ['bank'],
      make: recallOf,
    },
    {
      format: 'bank_request',
      title: {
        ru: 'Запрос банку: письмо и JSON',
        kk: 'Банкке сұрау салу: хат және JSON',
        en: 'Request to a bank: a letter and JSON',
      },
      carries: BANK_REQUEST_CARRIES,
      needs: BANK_REQUEST_NEEDS,
      partners: ['bank'],
      make: (making) => written(requestTo(making)),
    },
    {
      format: 'evidence',
      title: {
        ru: 'Подписанный пакет доказательств',
        kk: 'Қол қойылған дәлелдер пакеті',
        en: 'Signed evidence package',
      },
      carries: CASE_JSON_CARRIES,
      needs: ['case.number', 'sender.institution'],
      partners: ['bank', 'fiu', 'police', 'interpol', 'csto'],
      make: (making) =>
        ok({ written: sealCase(making.file, { ...making, ...named(making) }, making.evidenceKey) }),
    },
    {
      format: 'known_accounts',
      title: {
        ru: '«Знаете ли вы эти счета?» — без номеров',
        kk: '«Бұл шоттарды білесіз бе?» — нөмірсіз',
        en: '“Do you know these accounts?”, without naming them',
      },
      carries: ['account.number'],
      needs: ['account.number'],
      partners: ['bank', 'fiu', 'police'],
      make: questionOf,
    },
  ];
  return new Map(makers.map((maker) => [maker.format, maker]));
}

function recallOf({ file, ask: { text }, at }: Making): Result<Made> {
  const made = writeCamt056(file, {
    transfers: file.transfers.map(({ id }) => id),
    createdAt: at,
    ...(text !== null && { words: wrapped(text) }),
  });
  return made.ok ? ok({ written: made.value, recall: made.value.recall }) : made;
}

function requestTo({
  file,
  number,
  tlp,
  partners,
  purpose,
  ask: told,
  ...rest
}: Making): Result<Written> {
  const [partner, ...others] = partners;
  // A letter has one reader.
  if (partner === undefined || others.length > 0)
    return fail('QRG_PACKAGE_PARTNER', { partner: others[0]?.code ?? '' });
  const { ground, actName } = rest;
  const groundIn = (language: Language) => `${actName[language]}, ${ground.article}`;
  return writeBankRequest(file, {
    request: number,
    partner,
    tlp,
    purpose,
    ground: { ru: groundIn('ru'), kk: groundIn('kk'), en: groundIn('en') },
    // The case is cut down to what is asked already, and a transfer may bear a pseudonym by now.
    accounts: told.accounts,
    transfers: [],
    from: told.from,
    to: told.to,
    text: told.text,
    dueAt: rest.dueAt,
    at: rest.at,
  });
}

function questionOf({ file, partners, sharedKey, at }: Making): Result<Made> {
  if (sharedKey === undefined || partners.length !== 1) return fail('QRG_PACKAGE_KNOWN_PARTNER');
  const accounts = file.accounts.flatMap(({ account }) => {
    const one = matchable('account', account);
    return one === undefined ? [] : [{ ...one, account }];
  });
  const said = ask(accounts, {
    from: file.institution.code || partners[0]!.code,
    at,
    key: sharedKey,
    random: randomBytes,
  });
  if (!said.ok) return said;
  const left = file.accounts.length - accounts.length;
  return ok({
    written: {
      fileName: `known-accounts-${said.value.round.slice(0, 8)}.json`,
      mediaType: 'application/json',
      bytes: said.value.bytes,
      left: left === 0 ? [] : [`${left} accounts that have no normal form`],
    },
    known: { round: said.value.round, accounts },
    asked: said.value.size,
  });
}

/** Ten lines of 105 characters, as camt.056 has them. */
const wrapped = (text: string): string[] =>
  (text.replace(/\s+/g, ' ').match(/.{1,105}(?:\s|$)|\S{105}/gu) ?? [])
    .map((line) => line.trim())
    .slice(0, 10);
