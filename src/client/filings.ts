import type { z } from 'zod';
import type * as filing from '../http/contract/filing.ts';
import type { Caller, QueryValue } from './caller.ts';

export type Filing = z.output<typeof filing.Filing>;
export type FilingPage = z.output<typeof filing.FilingPage>;
export type FilingDetail = z.output<typeof filing.FilingDetail>;
export type FilingAct = z.input<typeof filing.FilingAct>;
export type Fm1Form = z.output<typeof filing.Fm1Form>;
export type Fm1Told = z.output<typeof filing.Fm1Told>;
export type SignTable = z.output<typeof filing.SignTable>;
export type FilingSettings = z.output<typeof filing.FilingSettings>;
export type ThresholdDay = z.output<typeof filing.ThresholdDay>;
export type AfmRequest = z.output<typeof filing.AfmRequest>;

export interface FilingQuery {
  readonly state?: readonly Filing['state'][];
  readonly kind?: Filing['kind'];
  readonly case?: number;
  /** 'YYYY-MM-DD', of threshold operations. */
  readonly day?: string;
  readonly overdue?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

const XML = 'application/xml';

export const filingCalls = (caller: Caller) => ({
  list: ({ state, ...query }: FilingQuery = {}) =>
    caller.json<FilingPage>('GET', '/v1/filings', { query: { ...query, state: state?.join(',') } }),

  /** The notice in full, with what is missing and what you may do; the look is written down. */
  one: (filingId: number) => caller.json<FilingDetail>('GET', `/v1/filings/${filingId}`),

  /** The requisites of the form and the tables of codes in force on a day. */
  form: (on?: string) => caller.json<Fm1Form>('GET', '/v1/filings/form', { query: { on } }),

  /** A notice of a case, filled in as far as the case tells. */
  make: (body: z.input<typeof filing.MakeFiling>, idempotencyKey?: string) =>
    caller.json<FilingDetail>('POST', '/v1/filings', { body, idempotencyKey }),

  /** `version` is the one that was seen. */
  edit: (filingId: number, version: number, body: z.input<typeof filing.EditFiling>) =>
    caller.json<FilingDetail>('PATCH', `/v1/filings/${filingId}`, { version, body }),

  act: (filingId: number, version: number, body: FilingAct) =>
    caller.json<FilingDetail>('POST', `/v1/filings/${filingId}/acts`, { version, body }),

  /** Another notice in the place of this one: of a rejected one a correction, of an accepted one a replacement. */
  follow: (
    filingId: number,
    version: number,
    as: 'correction' | 'replacement',
    body: z.input<typeof filing.FollowFiling>,
  ) => caller.json<FilingDetail>('POST', `/v1/filings/${filingId}/${as}`, { version, body }),

  /** The message; before it is signed, without signature. The look is written down. */
  xml: (filingId: number, signed = false) =>
    blob(caller, `/v1/filings/${filingId}/xml`, XML, { signed }),

  /** The bytes that your own crypto provider signs. */
  signingData: (filingId: number) =>
    blob(caller, `/v1/filings/${filingId}/signing-data`, 'application/octet-stream'),

  /** A page for people; the look is written down. */
  pdf: (filingId: number, language: 'ru' | 'kk' = 'ru') =>
    blob(caller, `/v1/filings/${filingId}/pdf`, 'application/pdf', { language }),

  /** The signed file that came back from your crypto provider. */
  signed: (filingId: number, version: number, body: Blob | Uint8Array<ArrayBuffer>) =>
    detail(caller, `/v1/filings/${filingId}/signed`, version, body),

  /** A notice of acceptance or of refusal, as the monitoring body sent it. */
  acknowledge: (filingId: number, version: number, body: Blob | Uint8Array<ArrayBuffer>) =>
    detail(caller, `/v1/filings/${filingId}/acknowledgement`, version, body),

  signs: (on?: string) =>
    caller.json<SignTable>('GET', '/v1/filings/sign-codes', { query: { on } }),

  loadSigns: (body: z.input<typeof filing.LoadSigns>) =>
    caller.json<SignTable>('PUT', '/v1/filings/sign-codes', { body }),

  settings: () => caller.json<FilingSettings>('GET', '/v1/filings/settings'),

  saveSettings: (version: number, body: z.input<typeof filing.SaveFilingSettings>) =>
    caller.json<FilingSettings>('PUT', '/v1/filings/settings', { version, body }),

  /** Operations of a day that reach a threshold; nothing is made. */
  thresholds: (day: string) =>
    caller.json<ThresholdDay>('GET', '/v1/filings/thresholds', { query: { day } }),

  /** Makes the notices of a day that are not there yet; twice the same changes nothing. */
  fileThresholds: (body: z.input<typeof filing.FileThresholds>) =>
    caller.json<ThresholdDay>('POST', '/v1/filings/thresholds', { body }),

  /** A request of the Agency becomes a case; twice the same changes nothing. */
  async takeRequest(
    body: Blob | Uint8Array<ArrayBuffer>,
    query: { readonly suspicious?: boolean } = {},
  ): Promise<AfmRequest> {
    const sent = { query: { ...query }, body, mediaType: 'application/octet-stream' };
    return (await (await caller.send('POST', '/v1/afm-requests', sent)).json()) as AfmRequest;
  },

  requestsOf: (caseId: number) =>
    caller.json<z.output<typeof filing.AfmRequests>>('GET', `/v1/cases/${caseId}/afm-requests`),

  answerRequest: (requestId: number, version: number, body: z.input<typeof filing.AnswerRequest>) =>
    caller.json<AfmRequest>('POST', `/v1/afm-requests/${requestId}/answer`, { version, body }),

  /** The message of the answer with its files, to be signed and sent. */
  requestAnswer: (requestId: number) => blob(caller, `/v1/afm-requests/${requestId}/answer`, XML),
});

async function blob(
  caller: Caller,
  path: string,
  accept: string,
  query: Readonly<Record<string, QueryValue>> = {},
): Promise<Blob> {
  const response = await caller.send('GET', path, { accept, query });
  return response.blob();
}

/** A file of XML in, the notice as it is now out. */
async function detail(
  caller: Caller,
  path: string,
  version: number,
  body: Blob | Uint8Array<ArrayBuffer>,
): Promise<FilingDetail> {
  const response = await caller.send('POST', path, {
    version,
    body,
    mediaType: 'application/octet-stream',
  });
  return (await response.json()) as FilingDetail;
}
