import { z } from 'zod';
import { spend } from '../../service/access/visitor.ts';
import { holdsOfTransfers } from '../../service/holds/holds-of-transfers.ts';
import { orThrow } from '../../service/or-throw.ts';
import { Decision, DecisionAsk, DecisionBatch, StreamLine } from '../contract/decision.ts';
import { integerText } from '../contract/text.ts';
import { Transfer } from '../contract/transfer.ts';
import { decideMessage } from '../decisions/decide-message.ts';
import { decideRows, requestOf } from '../decisions/decide-rows.ts';
import { decisionReply, heldSeqs } from '../decisions/decision-reply.ts';
import { transferStream } from '../decisions/transfer-stream.ts';
import { NDJSON } from '../media.ts';
import { route } from '../route.ts';

/** 8,192 transfers of two kilobytes. */
const BATCH_BYTES = 16 << 20;

const decide = route({
  method: 'POST',
  path: '/v1/decisions',
  tag: 'decisions',
  summary: 'Decide one transfer, or up to 8,192, before they are executed',
  description:
    'A decision is durable before it is answered. A repeat of an id hears the same decision. One transfer that is refused ' +
    'answers a problem; in a batch it is one item of the reply. ISO 20022 pacs.008 and pain.001 are answered with a ' +
    'status report in the form of pacs.002.',
  access: { scopes: ['decisions:write'] },
  body: DecisionAsk,
  xml: 'pacs.008 or pain.001, any version',
  bodyMost: BATCH_BYTES,
  lane: 'decisions',
  repeatable: 'work',
  reply: {
    200: {
      json: z.union([Decision, DecisionBatch]),
      or: { media: 'application/xml', description: 'Status report in the form of pacs.002' },
    },
  },
  problems: [
    'QRG_BUSY',
    'QRG_STOPPING',
    'QRG_NOT_DURABLE',
    'QRG_TRANSFER_AT_FUTURE',
    'QRG_TRANSFER_CURRENCY',
    'QRG_TRANSFER_SAME_ACCOUNT',
    'QRG_TRANSFER_ID_REUSED',
    'QRG_HTTP_XML',
  ],
  handler: async (ask, services) => {
    const institution = await services.institutions.of(ask.principal.institutionId);
    const { xml, principal, language, requestId } = ask;
    if (xml !== undefined) {
      const message = { xml, institution, principal, language, requestId };
      return { status: 200, stream: await decideMessage(services, message) };
    }
    if (Array.isArray(ask.body)) {
      orThrow(spend(services.access, ask.principal, ask.body.length - 1));
      return { status: 200, body: await decideRows(ask.body, institution, ask, services) };
    }
    const outcomes = await services.live.decide(institution, [requestOf(ask.body)]);
    const decided = orThrow(outcomes[0]);
    const { institutionId } = institution;
    const held = await holdsOfTransfers(services.holds, institutionId, heldSeqs(outcomes));
    const hold = held.get(decided.seq);
    return {
      status: 200,
      body: decisionReply(decided, services.live, institution, language, hold),
    };
  },
});

const LINES_MOST = 1_000_000_000;

const stream = route({
  method: 'POST',
  path: '/v1/transfers',
  tag: 'decisions',
  summary: 'Decide a stream of transfers, one JSON object a line',
  description:
    'Each line is answered by one line, in order, at the pace at which the answers are read; the last line counts them. ' +
    'After a break send the same input again with `from` = the last line that was answered, or simply again: repeats hear ' +
    'what was decided.',
  access: { scopes: ['transfers:write'] },
  query: z.strictObject({
    from: integerText(0, LINES_MOST)
      .default(0)
      .meta({ description: 'Lines answered before: they are passed over' }),
  }),
  stream: { types: NDJSON, item: Transfer },
  lane: 'streams',
  reply: {
    200: {
      media: NDJSON[0],
      item: StreamLine,
      description: 'A line for each line, and a last one',
    },
  },
  handler: async (ask, services) => ({
    status: 200,
    stream: transferStream(services, {
      chunks: ask.stream,
      from: ask.query.from,
      institution: await services.institutions.of(ask.principal.institutionId),
      principal: ask.principal,
      language: ask.language,
      gone: ask.gone,
    }),
  }),
});

export const DECISION_ROUTES = [decide, stream];
