import { previewParameters } from '../../service/risk/preview-parameters.ts';
import { saveParameters } from '../../service/risk/save-parameters.ts';
import { showParameters } from '../../service/risk/show-parameters.ts';
import { PreviewRisk, RiskParameters, RiskPreview, RiskSaved, SaveRisk } from '../contract/risk.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

const parameters = route({
  method: 'GET',
  path: '/v1/risk/parameters',
  tag: 'risk',
  summary: 'By what your customers are rated: what counts, how much, what is to be done, and why',
  access: { roles: [...READERS, 'admin'] },
  reply: { 200: RiskParameters },
  handler: async ({ principal, language }, { risk }) => ({
    status: 200,
    body: await showParameters(risk, principal, language),
  }),
});

const preview = route({
  method: 'POST',
  path: '/v1/risk/parameters/preview',
  tag: 'risk',
  summary:
    'How many of your customers a change would move from one level to another; nothing is saved',
  access: { roles: ['supervisor', 'admin'] },
  body: PreviewRisk,
  // It rates thousands of customers.
  lane: 'walks',
  reply: { 200: RiskPreview },
  problems: ['QRG_RISK_PARAMETERS'],
  handler: async ({ body, principal }, { risk }) => ({
    status: 200,
    body: await previewParameters(risk, principal, body.changes),
  }),
});

const save = route({
  method: 'POST',
  path: '/v1/risk/parameters',
  tag: 'risk',
  summary:
    'Save a change as the next version, in force at once; customers are rated anew in the background',
  access: { roles: ['supervisor', 'admin'] },
  body: SaveRisk,
  reply: { 201: RiskSaved },
  problems: ['QRG_RISK_PARAMETERS', 'QRG_RISK_STALE'],
  handler: async ({ body, principal }, { risk }) => ({
    status: 201,
    body: await saveParameters(risk, principal, body),
  }),
});

export const RISK_ROUTES = [parameters, preview, save];
