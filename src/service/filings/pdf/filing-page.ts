import { codeOn, type Fm1Book } from '../../../exchange/fm1/code-book.ts';
import { type Fm1Document, type Fm1Row, rowsOf } from '../../../exchange/fm1/document.ts';
import type { Fm1Field } from '../../../exchange/fm1/field.ts';
import type { WorkCalendar } from '../../../law/calendar.ts';
import { localMoment } from '../../../law/local-moment.ts';
import { type FilingRow, numberOf } from '../filing-row.ts';
import { PAGE_WORDS, type PageLanguage, STATE_WORDS } from './page-words.ts';

/** A line of the page: number of the requisite, its name, its value in words. */
export interface PageLine {
  readonly field: string;
  readonly title: string;
  readonly value: string;
}

export interface PageSection {
  readonly title: string;
  readonly lines: readonly PageLine[];
}

/** A notice as a page for people. */
export interface FilingPage {
  readonly language: PageLanguage;
  readonly title: string;
  readonly state: string;
  readonly number: string;
  /** Who, when, which: above the form. */
  readonly head: readonly PageLine[];
  readonly sections: readonly PageSection[];
  readonly notes: readonly string[];
}

interface Paging {
  readonly codes: Fm1Book;
  readonly calendar: WorkCalendar;
  readonly language: PageLanguage;
  /** Codes hold on it. */
  readonly day: string;
}

/** What stands on the page of a notice: what is filled in, codes with their words. */
export function filingPage(row: FilingRow, document: Fm1Document, paging: Paging): FilingPage {
  const { language, calendar } = paging;
  const word = (name: keyof typeof PAGE_WORDS): string => PAGE_WORDS[name][language];
  const moment = (at: number): string => localMoment(calendar, at).replace('T', ' ').slice(0, 16);
  const line = (name: keyof typeof PAGE_WORDS, value: string): PageLine => ({
    field: '',
    title: word(name),
    value,
  });
  return {
    language,
    title: word('title'),
    state: STATE_WORDS[row.state][language],
    number: numberOf(row) ?? word('noNumber'),
    head: [
      line('guid', row.document_guid),
      line('due', moment(row.due_at - 1)),
      line('made', `${row.made_by}, ${moment(row.made_at)}`),
      ...(row.approved_at === null
        ? []
        : [line('approved', `${row.approved_by ?? word('byRule')}, ${moment(row.approved_at)}`)]),
      ...(row.message_sha256 === null ? [] : [line('sha256', row.message_sha256.toString('hex'))]),
    ],
    sections: rowsOf(document)
      .toSorted((a, b) => Number(b.place === 'message') - Number(a.place === 'message'))
      .map((part) => sectionOf(part, paging)),
    notes: [word('copy'), word('edition')],
  };
}

function sectionOf({ place, fields, values }: Fm1Row, paging: Paging): PageSection {
  const { language } = paging;
  const [part, n, isFounder] = place.split('/');
  const title =
    PAGE_WORDS[isFounder === undefined ? (part as 'message') : 'founders'][language] +
    (n === undefined ? '' : ` ${n}`);
  const lines = fields.flatMap((field) => {
    const value = values[field.id] ?? '';
    return value === ''
      ? []
      : [{ field: field.id, title: field.title[language], value: told(field, value, paging) }];
  });
  return { title, lines };
}

function told({ type, codes }: Fm1Field, value: string, paging: Paging): string {
  if (type === 'flag')
    return { ru: value === 'True' ? 'да' : 'нет', kk: value === 'True' ? 'иә' : 'жоқ' }[
      paging.language
    ];
  if (type === 'date') return value.split('-').reverse().join('.');
  if (type === 'moment')
    return `${value.slice(0, 10).split('-').reverse().join('.')} ${value.slice(11)}`;
  if (type === 'amount') return value.replace(/\B(?=(\d{3})+(?=\.))/g, ' ');
  const code = codes && codeOn(paging.codes, codes, value, paging.day);
  return code === undefined ? value : `${value} — ${code.title[paging.language]}`;
}
