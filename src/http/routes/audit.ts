import { scopeOf } from '../../service/access/principal.ts';
import { anchorText, parseAnchor } from '../../service/audit/anchor.ts';
import { listAudit } from '../../service/audit/list.ts';
import { verifyAudit } from '../../service/audit/verify.ts';
import { cursorText, parseCursor } from '../../service/cursor.ts';
import { orThrow } from '../../service/or-throw.ts';
import { AuditPage, AuditQuery, AuditVerdict, AuditVerifyQuery } from '../contract/audit.ts';
import { route } from '../route.ts';

const LIST = 'audit';

const list = route({
  method: 'GET',
  path: '/v1/audit',
  tag: 'audit',
  summary: 'The record of acts, newest first',
  access: { roles: ['auditor'] },
  query: AuditQuery,
  reply: { 200: AuditPage },
  problems: ['QRG_HTTP_CURSOR'],
  handler: async ({ query, principal }, { store }) => {
    const { cursor, ...rest } = query;
    const before =
      cursor === undefined ? undefined : orThrow(parseCursor(LIST, cursor, ['number']))[0];
    const { items, next } = await listAudit(store, scopeOf(principal), { ...rest, before });
    return {
      status: 200,
      body: { items, next: next === null ? null : cursorText(LIST, [next]) },
    };
  },
});

const verify = route({
  method: 'GET',
  path: '/v1/audit/verify',
  tag: 'audit',
  summary: 'Walk the chain of the record of acts: is it whole?',
  access: { roles: ['auditor', 'admin'] },
  query: AuditVerifyQuery,
  lane: 'walks',
  reply: { 200: AuditVerdict },
  problems: ['QRG_AUDIT_ANCHOR'],
  handler: async ({ query }, { store }) => {
    const anchor = query.anchor === undefined ? undefined : orThrow(parseAnchor(query.anchor));
    const { end, broken } = await verifyAudit(store, { anchor });
    return {
      status: 200,
      body: {
        whole: broken === undefined,
        entries: end.seq,
        anchor: anchorText(end),
        broken: broken ?? null,
      },
    };
  },
});

export const AUDIT_ROUTES = [list, verify];
