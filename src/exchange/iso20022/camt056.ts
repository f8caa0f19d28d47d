import type { CaseAccount, CaseFile, CaseTransfer } from '../../domain/case/case-file.ts';
import { exponentOf } from '../../domain/currency.ts';
import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';
import { LOCAL_OFFSET_MS } from '../../domain/local-day.ts';
import type { FieldClass } from '../fields/field-class.ts';
import { toPassport } from '../translit/passport.ts';
import type { Written } from '../written.ts';
import type { PaymentIds, RecalledTransfer, SentRecall } from './recall.ts';
import { xmlElement } from './xml-text.ts';

/**
 * Version 08 goes with pacs.008.001.08, pacs.004.001.09 and camt.029.001.09, the set that cross-border payments (CBPR+, HVPS+)
 * were moved to; a house that wants another says so.
 */
const CAMT056_NAME = 'camt.056.001.08';
const NAMESPACE = `urn:iso:std:iso:20022:tech:xsd:${CAMT056_NAME}`;
const ID_MOST = 35;
const NAME_MOST = 140;
const LINE_MOST = 105;
const LINES_MOST = 10;
const ACCOUNT_MOST = 34;
const TRANSFERS_MOST = 100;

/** What the payment's own message had, which a case does not keep. */
export interface OriginalPayment {
  readonly message?: { readonly id: string; readonly name: string };
  readonly instruction?: string;
  readonly endToEnd?: string;
  /** UUID version 4. */
  readonly uetr?: string;
}

export interface RecallOptions {
  /** Ids of the transfers to ask back, all paid to one institution. */
  readonly transfers: readonly string[];
  /** ExternalCancellationReason1Code; FRAD: of fraudulent origin. */
  readonly reason?: 'FRAD' | 'DUPL' | 'TECH' | 'CUST' | 'AGNT' | 'UPAY' | 'CUTA';
  /** For the people who decide, at most 10 lines of 105 characters. */
  readonly words?: readonly string[];
  /** By id of a transfer. */
  readonly originals?: Readonly<Record<string, OriginalPayment>>;
  /** At most 35 characters; default: of the case's number and the day. */
  readonly messageId?: string;
  /** Epoch ms; default: when the case file was read. */
  readonly createdAt?: number;
  /** Names in Latin: the set of characters of cross-border messages. Default: when the other institution is abroad. */
  readonly latin?: boolean;
}

export interface WrittenRecall extends Written {
  /** To match answers by (recall.ts). */
  readonly recall: SentRecall;
}

export const CAMT056_CARRIES: readonly FieldClass[] = [
  'case.number',
  'sender.institution',
  'party.name',
  'account.number',
  'account.home',
  'account.holder',
  'transfer.reference',
  'transfer.time',
  'transfer.amount',
  'transfer.text',
];
export const CAMT056_NEEDS: readonly FieldClass[] = [
  'case.number',
  'sender.institution',
  'account.number',
  'account.home',
  'transfer.reference',
  'transfer.time',
  'transfer.amount',
];

/**
 * Asks a bank to give money back: FIToFIPaymentCancellationRequest, camt.056.001.08, elements in the order of its schema, one
 * message for transfers to one institution.
 *
 * Errors: QRG_RECALL_NONE without a transfer or with more than 100; QRG_RECALL_TRANSFER for one that the case does not have;
 * QRG_RECALL_INSTITUTION when the payee's institution is not known, is a coin address, or differs between the transfers;
 * QRG_RECALL_AMOUNT for a currency that is not of ISO 4217; QRG_RECALL_ID for an id that no message can carry.
 */
export function writeCamt056(file: CaseFile, options: RecallOptions): Result<WrittenRecall> {
  if (options.transfers.length === 0 || options.transfers.length > TRANSFERS_MOST)
    return fail('QRG_RECALL_NONE', { most: TRANSFERS_MOST });
  const found = recalled(file, options);
  if (!found.ok) return found;
  const createdAt = options.createdAt ?? file.asOf;
  const messageId = (options.messageId ?? defaultId(file, createdAt)).slice(0, ID_MOST);
  const caseId = file.number.slice(0, ID_MOST);
  const [{ payee }] = found.value;
  const isAbroad = payee.home?.country !== file.institution.country;
  const writing: Writing = {
    file,
    options,
    name: (options.latin ?? isAbroad) ? toPassport : (text) => text,
    left: new Set(),
  };
  const xml = documentXml(writing, found.value, { messageId, caseId, createdAt });
  return ok({
    fileName: `camt056-${messageId.replace(/[^A-Za-z0-9_-]/g, '_')}.xml`,
    mediaType: 'application/xml',
    bytes: new TextEncoder().encode(xml),
    left: [...writing.left],
    recall: { messageId, caseId, transfers: found.value.map(({ told }) => told) },
  });
}

interface Writing {
  readonly file: CaseFile;
  readonly options: RecallOptions;
  readonly name: (text: string) => string;
  readonly left: Set<string>;
}

interface Recalled {
  readonly transfer: CaseTransfer;
  readonly payer: CaseAccount;
  readonly payee: CaseAccount;
  readonly told: RecalledTransfer;
}

const defaultId = ({ number }: CaseFile, at: number): string =>
  `${number}-${new Date(at).toISOString().slice(0, 19).replace(/\D/g, '')}`.slice(-ID_MOST);

function recalled(
  file: CaseFile,
  options: RecallOptions,
): Result<readonly [Recalled, ...Recalled[]]> {
  const accounts = new Map(file.accounts.map((account) => [account.id, account]));
  const all: Recalled[] = [];
  for (const id of new Set(options.transfers)) {
    const transfer = file.transfers.find((one) => one.id === id);
    const payer = accounts.get(transfer?.payer ?? '');
    const payee = accounts.get(transfer?.payee ?? '');
    if (transfer === undefined || payer === undefined || payee === undefined)
      return fail('QRG_RECALL_TRANSFER', { transfer: id });
    const home = institutionKey(payee);
    if (home === null || (all.length > 0 && home !== institutionKey(all[0]!.payee)))
      return fail('QRG_RECALL_INSTITUTION', { transfer: id });
    if (exponentOf(transfer.currency) === undefined || !Number.isSafeInteger(transfer.amountMinor))
      return fail('QRG_RECALL_AMOUNT', { transfer: id, currency: transfer.currency });
    const ids = idsOf(transfer, options.originals?.[id]);
    if ([ids.instruction, ids.endToEnd, ids.transaction].some((one) => one.length > ID_MOST))
      return fail('QRG_RECALL_ID', { transfer: id, most: ID_MOST });
    all.push({ transfer, payer, payee, told: toldOf(transfer, ids) });
  }
  return ok(all as [Recalled, ...Recalled[]]);
}

/** An id cut short would name another payment or none: one that is too long is refused. */
const idsOf = ({ id }: CaseTransfer, original: OriginalPayment | undefined): PaymentIds => ({
  instruction: original?.instruction ?? '',
  endToEnd: original?.endToEnd ?? '',
  transaction: id,
  uetr: UUID.test(original?.uetr?.toLowerCase() ?? '') ? original!.uetr!.toLowerCase() : '',
});

const toldOf = (
  { id, amountMinor, currency }: CaseTransfer,
  ids: PaymentIds,
): RecalledTransfer => ({
  id,
  amountMinor,
  currency,
  ids,
});

const institutionKey = ({ home, isWallet }: CaseAccount): string | null =>
  home === null || isWallet ? null : (home.bic ?? `${home.country}:${home.code}`);

function documentXml(
  writing: Writing,
  transfers: readonly [Recalled, ...Recalled[]],
  ids: { readonly messageId: string; readonly caseId: string; readonly createdAt: number },
): string {
  const { file, name } = writing;
  const us = agent('Agt', file.institution.bic, name(file.institution.name));
  const [{ payee }] = transfers;
  const them = agent('Agt', payee.home?.bic ?? null, name(payee.home?.name ?? ''));
  const wholeSum = sumOf(transfers);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}"><FIToFIPmtCxlReq>`,
    `<Assgnmt>${id('Id', ids.messageId)}<Assgnr>${us}</Assgnr><Assgne>${them}</Assgne>`,
    `<CreDtTm>${new Date(ids.createdAt).toISOString()}</CreDtTm></Assgnmt>`,
    `<Case>${id('Id', ids.caseId)}<Cretr>${us}</Cretr></Case>`,
    `<CtrlData><NbOfTxs>${transfers.length}</NbOfTxs>${wholeSum}</CtrlData>`,
    '<Undrlyg>',
    ...transfers.map((one, i) => transferXml(writing, one, ids.messageId, i)),
    '</Undrlyg></FIToFIPmtCxlReq></Document>\n',
  ].join('');
}

/** A sum of several currencies would mean nothing. */
function sumOf(transfers: readonly Recalled[]): string {
  const currencies = new Set(transfers.map(({ transfer }) => transfer.currency));
  const sum = transfers.reduce((total, { transfer }) => total + transfer.amountMinor, 0);
  const [currency = ''] = currencies;
  return currencies.size === 1 && Number.isSafeInteger(sum)
    ? `<CtrlSum>${decimal(sum, currency)}</CtrlSum>`
    : '';
}

function transferXml(
  writing: Writing,
  { transfer, payer, payee, told }: Recalled,
  messageId: string,
  index: number,
): string {
  const { options, left } = writing;
  const original = options.originals?.[transfer.id];
  if (original?.message === undefined)
    left.add(
      `transfer ${transfer.id}: the message that paid it is not known to the case (OrgnlGrpInf)`,
    );
  if (original?.endToEnd === undefined)
    left.add(
      `transfer ${transfer.id}: its end-to-end id is not known to the case (OrgnlEndToEndId)`,
    );
  const { ids } = told;
  const suffix = `-${index + 1}`;
  return [
    `<TxInf>${id('CxlId', `${messageId.slice(0, ID_MOST - suffix.length)}${suffix}`)}`,
    original?.message === undefined
      ? ''
      : `<OrgnlGrpInf>${id('OrgnlMsgId', original.message.id)}${id('OrgnlMsgNmId', original.message.name)}</OrgnlGrpInf>`,
    id('OrgnlInstrId', ids.instruction),
    id('OrgnlEndToEndId', ids.endToEnd),
    id('OrgnlTxId', ids.transaction),
    xmlElement('OrgnlUETR', ids.uetr, 36),
    `<OrgnlIntrBkSttlmAmt Ccy="${transfer.currency}">${decimal(transfer.amountMinor, transfer.currency)}</OrgnlIntrBkSttlmAmt>`,
    `<OrgnlIntrBkSttlmDt>${new Date(transfer.at + LOCAL_OFFSET_MS).toISOString().slice(0, 10)}</OrgnlIntrBkSttlmDt>`,
    reasonXml(writing),
    `<OrgnlTxRef>${textXml(writing, transfer)}`,
    sideXml(writing, 'Dbtr', payer),
    agent('DbtrAgt', payer.home?.bic ?? null, writing.name(payer.home?.name ?? '')),
    agent('CdtrAgt', payee.home?.bic ?? null, writing.name(payee.home?.name ?? '')),
    sideXml(writing, 'Cdtr', payee),
    '</OrgnlTxRef></TxInf>',
  ].join('');
}

/** UUIDv4Identifier of the schema. */
const UUID = /^[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}$/;

function reasonXml({ file, options, name }: Writing): string {
  const lines = (options.words ?? []).map(name).slice(0, LINES_MOST);
  return [
    `<CxlRsnInf><Orgtr>${xmlElement('Nm', name(file.institution.name), NAME_MOST)}</Orgtr>`,
    `<Rsn><Cd>${options.reason ?? 'FRAD'}</Cd></Rsn>`,
    ...lines.map((line) => xmlElement('AddtlInf', line, LINE_MOST)),
    '</CxlRsnInf>',
  ].join('');
}

const textXml = ({ name }: Writing, { text }: CaseTransfer): string =>
  text === null || text === ''
    ? ''
    : `<RmtInf>${xmlElement('Ustrd', name(text), NAME_MOST)}</RmtInf>`;

/** Who paid or was paid, and from or to which account; an unknown name is left out. */
function sideXml({ file, name }: Writing, side: 'Dbtr' | 'Cdtr', account: CaseAccount): string {
  const holder = file.parties.find(({ id: party }) => party === account.holder);
  const told = holder?.name ?? '';
  const who =
    told === '' ? '' : `<${side}><Pty>${xmlElement('Nm', name(told), NAME_MOST)}</Pty></${side}>`;
  return who + accountXml(`${side}Acct`, account);
}

function accountXml(tag: string, { account, isIban }: CaseAccount): string {
  if (account === '') return '';
  const told =
    isIban && /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/.test(account)
      ? xmlElement('IBAN', account, ACCOUNT_MOST)
      : `<Othr>${xmlElement('Id', account, ACCOUNT_MOST)}</Othr>`;
  return `<${tag}><Id>${told}</Id></${tag}>`;
}

/** BranchAndFinancialInstitutionIdentification6 by BIC, else by name. */
function agent(tag: string, bic: string | null, name: string): string {
  const known = bic !== null && /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic);
  const told = known ? `<BICFI>${bic}</BICFI>` : xmlElement('Nm', name, NAME_MOST);
  return `<${tag}><FinInstnId>${told}</FinInstnId></${tag}>`;
}

const id = (name: string, value: string): string => xmlElement(name, value, ID_MOST);

/** 4550 KZT is '45.50'. */
function decimal(minor: number, currency: string): string {
  const exponent = exponentOf(currency) ?? 0;
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
