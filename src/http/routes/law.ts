import { QorganError } from '../../domain/errors/catalogue.ts';
import { compareLaw } from '../../law/compare/compare-law.ts';
import { dateAt, offenceOn, offencesOn } from '../../law/offences/offence-book.ts';
import { draftQualification, qualifyCase } from '../../service/law/qualify-case.ts';
import { orThrow } from '../../service/or-throw.ts';
import {
  LawComparison,
  LawComparisonQuery,
  LawOffence,
  LawOffences,
  OffenceParams,
  OffenceQuery,
  OffencesQuery,
  Qualification,
  QualificationDraft,
  QualificationParams,
  QualificationQuery,
} from '../contract/law.ts';
import { comparisonReply, offenceReply, offencesReply } from '../law/offence-reply.ts';
import { qualificationReply } from '../law/qualification-reply.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

/** The country whose law is shown where none is asked for. */
const HOME = 'KZ';

const offences = route({
  method: 'GET',
  path: '/v1/law/offences',
  tag: 'law',
  summary: 'Provisions that hold on a day, each with its source and whether anybody verified it',
  access: { roles: READERS },
  query: OffencesQuery,
  reply: { 200: LawOffences },
  problems: ['QRG_LAW_COUNTRY'],
  handler: ({ query, language }, { offences: law, now }) => {
    const book = law.book(query.country ?? HOME);
    const on = query.on ?? dateAt(book, now());
    const words = { book, language };
    return {
      status: 200,
      body: offencesReply(offencesOn(book, on), law.countries, on, words),
    };
  },
});

const offence = route({
  method: 'GET',
  path: '/v1/law/offences/:offenceId',
  tag: 'law',
  summary: 'One provision as it holds on a day',
  access: { roles: READERS },
  params: OffenceParams,
  query: OffenceQuery,
  reply: { 200: LawOffence },
  problems: ['QRG_LAW_COUNTRY', 'QRG_LAW_OFFENCE_UNKNOWN', 'QRG_LAW_OFFENCE_PERIOD'],
  handler: ({ params: { offenceId }, query, language }, { offences: law, now }) => {
    // The id begins with its country.
    const book = law.book(offenceId.slice(0, 2).toUpperCase());
    const on = query.on ?? dateAt(book, now());
    const found = orThrow(offenceOn(book, offenceId, on));
    return { status: 200, body: offenceReply(found, on, { book, language }) };
  },
});

const compare = route({
  method: 'GET',
  path: '/v1/law/compare',
  tag: 'law',
  summary: 'What differs between the law of two days, sums of money included',
  access: { roles: READERS },
  query: LawComparisonQuery,
  reply: { 200: LawComparison },
  problems: ['QRG_LAW_COUNTRY', 'QRG_LAW_DAYS'],
  handler: ({ query: { from, to, country }, language }, { offences: law }) => {
    if (from > to) throw new QorganError('QRG_LAW_DAYS', { from, to });
    const book = law.book(country ?? HOME);
    return { status: 200, body: comparisonReply(compareLaw(book, from, to), { book, language }) };
  },
});

const qualification = route({
  method: 'GET',
  path: '/v1/cases/:caseId/qualification',
  tag: 'law',
  summary: 'Which provisions the record of a case supports, and what is missing',
  description:
    'A working note for a lawyer and no decision. It names people in full: the look is written down.',
  access: { roles: READERS },
  params: QualificationParams,
  query: QualificationQuery,
  reply: { 200: Qualification },
  problems: ['QRG_CASE_UNKNOWN', 'QRG_LAW_COUNTRY'],
  handler: async (
    { params, query: { on, party }, principal, language },
    { cases, offences: law },
  ) => {
    const { caseId } = params;
    const { book, found } = await qualifyCase(cases, law, principal, {
      caseId,
      on,
      party,
      language,
    });
    return { status: 200, body: qualificationReply(found, { book, language }) };
  },
});

const draft = route({
  method: 'GET',
  path: '/v1/cases/:caseId/qualification/draft',
  tag: 'law',
  summary: 'The qualification as a text for a lawyer to work on, in Markdown',
  description: 'It names people in full: the look is written down.',
  access: { roles: READERS },
  params: QualificationParams,
  query: QualificationQuery,
  reply: { 200: QualificationDraft },
  problems: ['QRG_CASE_UNKNOWN', 'QRG_LAW_COUNTRY'],
  handler: async (
    { params, query: { on, party }, principal, language },
    { cases, offences: law },
  ) => {
    const { caseId } = params;
    const { found, text } = await draftQualification(cases, law, principal, {
      caseId,
      on,
      party,
      language,
    });
    return {
      status: 200,
      body: {
        caseId,
        language,
        on: found.on,
        fileName: `${found.caseNumber}-qualification-${found.on}-${language}.md`,
        text,
      },
    };
  },
});

export const LAW_ROUTES: readonly Route[] = [offences, offence, compare, qualification, draft];
