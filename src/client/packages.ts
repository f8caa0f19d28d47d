import type { z } from 'zod';
import type * as contract from '../http/contract/package.ts';
import type * as partner from '../http/contract/partner.ts';
import type { Caller, QueryValue } from './caller.ts';

export type Package = z.output<typeof contract.Package>;
export type PackagePage = z.output<typeof contract.PackagePage>;
export type PackageDetail = z.output<typeof contract.PackageDetail>;
export type PackageLeaving = z.output<typeof contract.Leaving>;
export type PackageOptions = z.output<typeof contract.PackageOptions>;
export type PackageAct = z.input<typeof contract.PackageAct>;
export type PackageImported = z.output<typeof contract.Imported>;
export type PackageImportedFacts = z.output<typeof contract.ImportedFacts>;
export type CasePackageImports = z.output<typeof contract.CaseImports>;
export type Partner = z.output<typeof partner.Partner>;
export type PartnerPage = z.output<typeof partner.PartnerPage>;

export interface PackageQuery {
  readonly direction?: 'out' | 'in';
  readonly state?: readonly Package['state'][];
  readonly format?: Package['format'];
  readonly partner?: string;
  readonly case?: number;
  readonly limit?: number;
  readonly cursor?: string;
}

export const packageCalls = (caller: Caller) => ({
  list: ({ state, ...query }: PackageQuery = {}) =>
    caller.json<PackagePage>('GET', '/v1/packages', {
      query: { ...query, state: state?.join(',') },
    }),

  /** Of a draft, with all that would leave; the look is written down. */
  one: (packageId: number) => caller.json<PackageDetail>('GET', `/v1/packages/${packageId}`),

  /** Formats, fields in words, legal grounds. */
  options: () => caller.json<PackageOptions>('GET', '/v1/package-options'),

  /** What would leave; nothing is kept. The look is written down. */
  preview: (body: z.input<typeof contract.PreviewPackage>) =>
    caller.json<PackageLeaving>('POST', '/v1/package-previews', { body }),

  draft: (body: z.input<typeof contract.DraftPackage>, idempotencyKey?: string) =>
    caller.json<Package>('POST', '/v1/packages', { body, idempotencyKey }),

  /** `version` is the one that was seen. */
  edit: (packageId: number, version: number, body: z.input<typeof contract.EditPackage>) =>
    caller.json<Package>('PATCH', `/v1/packages/${packageId}`, { version, body }),

  act: (packageId: number, version: number, body: PackageAct) =>
    caller.json<Package>('POST', `/v1/packages/${packageId}/acts`, { version, body }),

  /** The file as it was approved; the look is written down. */
  async file(packageId: number): Promise<Blob> {
    const response = await caller.send('GET', `/v1/packages/${packageId}/file`, { accept: '*/*' });
    return response.blob();
  },

  /** A file of another house; twice the same changes nothing. */
  async import(
    body: Blob | Uint8Array<ArrayBuffer>,
    query: z.input<typeof contract.ImportQuery>,
  ): Promise<PackageImported> {
    const sent = {
      query: query as Record<string, QueryValue>,
      body,
      mediaType: 'application/octet-stream',
    };
    const response = await caller.send('POST', '/v1/packages/import', sent);
    return (await response.json()) as PackageImported;
  },

  /** What a package brought, masked, and what of ours it meets. */
  imported: (packageId: number) =>
    caller.json<PackageImportedFacts>('GET', `/v1/packages/${packageId}/imported`),

  /** What packages of other houses say of a case. */
  ofCase: (caseId: number) =>
    caller.json<CasePackageImports>('GET', `/v1/cases/${caseId}/imported`),

  /** Drafts the answer to a question for accounts. */
  answerKnown: (packageId: number, body: z.input<typeof contract.AnswerKnown>) =>
    caller.json<Package>('POST', `/v1/packages/${packageId}/known-answer`, { body }),
});

export const partnerCalls = (caller: Caller) => ({
  list: (
    query: { kind?: Partner['kind']; retired?: boolean; limit?: number; cursor?: string } = {},
  ) => caller.json<PartnerPage>('GET', '/v1/partners', { query }),

  one: (partnerId: number) => caller.json<Partner>('GET', `/v1/partners/${partnerId}`),

  add: (body: z.input<typeof partner.NewPartner>, idempotencyKey?: string) =>
    caller.json<Partner>('POST', '/v1/partners', { body, idempotencyKey }),

  edit: (partnerId: number, version: number, body: z.input<typeof partner.EditPartner>) =>
    caller.json<Partner>('PATCH', `/v1/partners/${partnerId}`, { version, body }),

  /** Makes or sets the key of matching; a key made here is told this once. */
  key: (partnerId: number, version: number, body: z.input<typeof partner.PartnerKey>) =>
    caller.json<z.output<typeof partner.PartnerKeyMade>>('POST', `/v1/partners/${partnerId}/key`, {
      version,
      body,
    }),
});
