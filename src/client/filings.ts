import type { z } from 'zod';
import type * as filing from '../http/contract/filing.ts';
import type { Caller } from './caller.ts';

export type Filing = z.output<typeof filing.Filing>;
export type FilingPage = z.output<typeof filing.FilingPage>;
export type FilingDetail = z.output<typeof filing.FilingDetail>;
export type FilingAct = z.input<typeof filing.FilingAct>;
export type Fm1Form = z.output<typeof filing.Fm1Form>;
export type Fm1Told = z.output<typeof filing.Fm1Told>;
export type SignTable = z.output<typeof filing.SignTable>;
export type FilingSettings = z.output<typeof filing.FilingSettings>;
export type ThresholdDay = z.output<typeof filing.ThresholdDay>;

export interface FilingQuery {
  readonly state?: readonly Filing['state'][];
  readonly kind?: Filing['kind'];
  readonly case?: number;
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
  form: (on?: string) => caller.json<Fm1Form>('GET', '/v1/filing-form', { query: { on } }),

  /** A notice of a case, filled in as far as the case tells. */
  make: (body: z.input<typeof filing.MakeFiling>, idempotencyKey?: string) =>
    caller.json<FilingDetail>('POST', '/v1/filings', { body, idempotencyKey }),

  /** `version` is the one that was seen. */
  edit: (filingId: number, version: number, body: z.input<typeof filing.EditFiling>) =>
    caller.json<FilingDetail>('PATCH', `/v1/filings/${filingId}`, { version, body }),

  act: (filingId: number, version: number, body: FilingAct) =>
    caller.json<FilingDetail>('POST', `/v1/filings/${filingId}/acts`, { version, body }),

  /** A notice that corrects or replaces this one. */
  follow: (filingId: number, version: number, body: z.input<typeof filing.FollowFiling>) =>
    caller.json<FilingDetail>('POST', `/v1/filings/${filingId}/following`, { version, body }),

  /** The message; before it is signed, without signature. The look is written down. */
  xml: (filingId: number) => blob(caller, `/v1/filings/${filingId}/xml`, XML),

  /** The bytes that your own crypto provider signs. */
  signingData: (filingId: number) =>
    blob(caller, `/v1/filings/${filingId}/signing-data`, 'application/octet-stream'),

  pdf: (filingId: number) => blob(caller, `/v1/filings/${filingId}/pdf`, 'application/pdf'),

  /** The signed file that came back from your crypto provider. */
  signed: (filingId: number, version: number, body: Blob) =>
    detail(caller, `/v1/filings/${filingId}/signed`, version, body),

  /** A notice of acceptance or of refusal, as the monitoring body sent it. */
  acknowledge: (filingId: number, version: number, body: Blob) =>
    detail(caller, `/v1/filings/${filingId}/acknowledgement`, version, body),

  signs: (on?: string) => caller.json<SignTable>('GET', '/v1/filing-signs', { query: { on } }),

  loadSigns: (body: z.input<typeof filing.LoadSigns>) =>
    caller.json<SignTable>('PUT', '/v1/filing-signs', { body }),

  settings: () => caller.json<FilingSettings>('GET', '/v1/filing-settings'),

  saveSettings: (version: number, body: z.input<typeof filing.SaveFilingSettings>) =>
    caller.json<FilingSettings>('PUT', '/v1/filing-settings', { version, body }),

  /** Operations of a day that reach a threshold. */
  thresholds: (day: string) =>
    caller.json<ThresholdDay>('GET', '/v1/filing-thresholds', { query: { day } }),

  fileThresholds: (body: z.input<typeof filing.FileThresholds>) =>
    caller.json<z.output<typeof filing.ThresholdsFiled>>('POST', '/v1/filing-thresholds', { body }),
});

async function blob(caller: Caller, path: string, accept: string): Promise<Blob> {
  const response = await caller.send('GET', path, { accept });
  return response.blob();
}

/** A file of XML in, the notice as it is now out. */
async function detail(
  caller: Caller,
  path: string,
  version: number,
  body: Blob,
): Promise<FilingDetail> {
  const response = await caller.send('POST', path, {
    version,
    body,
    mediaType: 'application/octet-stream',
  });
  return (await response.json()) as FilingDetail;
}
