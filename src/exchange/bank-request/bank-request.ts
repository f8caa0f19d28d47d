import type { CaseAccount, CaseFile } from '../../domain/case/case-file.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { type PackageFile, packArchive } from '../../watch/evidence/archive.ts';
import { utf8 } from '../../watch/evidence/bytes.ts';
import { writeCaseJson } from '../case-json/case-json.ts';
import { nameOf } from '../element-marks.ts';
import type { FieldClass } from '../fields/field-class.ts';
import type { Written } from '../written.ts';
import type { BankRequest } from './bank-request-wish.ts';
import { requestLetter } from './request-letter.ts';

/** Without the number no bank finds the account, and without the sender nobody knows whom to answer. */
export const BANK_REQUEST_NEEDS: readonly FieldClass[] = [
  'sender.institution',
  'account.number',
  'account.home',
];
export const BANK_REQUEST_CARRIES: readonly FieldClass[] = [
  ...BANK_REQUEST_NEEDS,
  'case.number',
  'sender.officer',
  'party.name',
  'party.taxNumber',
  'account.holder',
  'account.status',
  'transfer.reference',
  'transfer.time',
  'transfer.amount',
  'transfer.channel',
  'transfer.text',
  'transfer.state',
];

/** Which accounts a request is about. */
const askedAccounts = (
  { accounts, transfers }: CaseFile,
  wish: Pick<BankRequest, 'accounts' | 'transfers'>,
): CaseAccount[] => {
  const payees = transfers
    .filter(({ id }) => wish.transfers.includes(id))
    .map(({ payee }) => payee);
  const wanted = new Set([...wish.accounts, ...payees]);
  return wanted.size === 0 ? [...accounts] : accounts.filter(({ id }) => wanted.has(id));
};

/**
 * A request to another bank: a letter in three languages, and the same as JSON, in one archive. The JSON is a case file with what is
 * asked beside it, so that a bank with Qorgan takes it in, and answers with a file of the same kind that names the request.
 * Errors: QRG_PACKAGE_EMPTY without an account.
 */
export function writeBankRequest(file: CaseFile, wish: BankRequest): Result<Written> {
  const asked = askedAccounts(file, wish);
  if (asked.length === 0) return fail('QRG_PACKAGE_EMPTY');
  const ids = new Set(asked.map(({ id }) => id));
  const about = new Set(wish.transfers);
  // Only what the request is about: the rest of the case is no business of this bank.
  const transfers = file.transfers.filter(({ id, payer, payee }) =>
    about.size > 0 ? about.has(id) : ids.has(payer) || ids.has(payee),
  );
  const ends = new Set(transfers.flatMap(({ payer, payee }) => [payer, payee]));
  const accounts = file.accounts.filter(({ id }) => ids.has(id) || ends.has(id));
  const holders = new Set(accounts.map(({ holder }) => holder));
  const part: CaseFile = {
    ...file,
    title: '',
    parties: file.parties.filter(({ id }) => holders.has(id)),
    accounts,
    transfers,
    posts: [],
    contacts: [],
    signals: [],
    networks: [],
    holds: [],
    facts: [],
  };
  const request = {
    format: 'qorgan-bank-request/1',
    request: wish.request,
    case: file.number,
    to: wish.partner.code,
    tlp: wish.tlp,
    purpose: wish.purpose,
    ground: wish.ground,
    accounts: asked.map(({ account }) => account),
    statements:
      wish.from === null || wish.to === null
        ? null
        : { from: new Date(wish.from).toISOString(), to: new Date(wish.to).toISOString() },
    text: wish.text,
    dueAt: wish.dueAt === null ? null : new Date(wish.dueAt).toISOString(),
    madeAt: new Date(wish.at).toISOString(),
    answer: 'a qorgan-case/1 file with "answers": the number of this request',
  };
  const told = { tlp: wish.tlp, namedTo: [wish.partner.code] };
  const files: PackageFile[] = [
    ...LANGUAGES.map((language) => ({
      name: `letter-${language}.txt`,
      bytes: utf8(requestLetter(part, asked, wish, language)),
    })),
    { name: 'request.json', bytes: utf8(`${JSON.stringify(request, null, 1)}\n`) },
    { name: 'case.json', bytes: writeCaseJson(part, told) },
  ];
  return ok({
    fileName: `${nameOf(file.number)}-request-${nameOf(wish.request)}.zip`,
    mediaType: 'application/zip',
    bytes: packArchive(files),
    left: [],
  });
}
