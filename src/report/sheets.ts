import type { CellObject } from '@e965/xlsx';
import { exponentOf } from '../domain/currency.ts';
import type { Language, Localized } from '../domain/language.ts';
import { NOTE_LABELS, ROLE_LABELS, VERDICT_LABELS } from './labels.ts';
import { type ReportModel, typologyTitle } from './model.ts';
import { count, duration, moment, money, plain, share, text } from './sheet-cell.ts';
import { SHEET_TEXTS, type SheetText } from './sheet-texts.ts';

export interface Sheet {
  name: string;
  /** Widths in characters. */
  columns: { title: string; width: number }[];
  rows: CellObject[][];
  filter: boolean;
}

/** What every sheet needs to know to write its cells. */
interface Pen {
  model: ReportModel;
  language: Language;
  say: (text: SheetText) => string;
  words: (text: Localized) => string;
  sum: (minor: number) => CellObject;
  at: (at: number) => CellObject;
}

/** The report as tables: the same facts as the page, one row a thing. */
export function sheetsOf(model: ReportModel, language: Language): Sheet[] {
  // Without a currency the input's amounts were taken with two decimals.
  const digits = exponentOf(model.currency) ?? 2;
  const pen: Pen = {
    model,
    language,
    say: (name) => SHEET_TEXTS[name][language],
    words: (localized) => localized[language],
    sum: (minor) => money(minor, digits),
    at: (at) => moment(at, model.clock),
  };
  return [
    summary(pen),
    networks(pen),
    accounts(pen),
    edges(pen),
    reasons(pen),
    gaps(pen),
    rejects(pen),
    notes(pen),
  ];
}

type Heading = readonly [SheetText, width: number];

function sheet(
  pen: Pen,
  name: SheetText,
  headings: readonly Heading[],
  rows: CellObject[][],
): Sheet {
  return {
    name: pen.say(name),
    columns: headings.map(([title, width]) => ({ title: pen.say(title), width })),
    rows,
    filter: name !== 'summary',
  };
}

function summary(pen: Pen): Sheet {
  const { totals, currency, files, networks: found } = pen.model;
  const figures: [SheetText, CellObject][] = [
    ['networks', count(found.length)],
    ['files', count(totals.files)],
    ['rows', count(totals.rows)],
    ['transfers', count(totals.transfers)],
    ['accounts', count(totals.accounts)],
    ['amount', pen.sum(totals.amountMinor)],
    ['currency', text(currency)],
    ['from', pen.at(totals.from)],
    ['to', pen.at(totals.to)],
    ['rejects', count(totals.rejected)],
    ['seenTwice', count(totals.seenTwice)],
    ['duplicates', count(totals.duplicates)],
    ['outOfOrder', count(totals.outOfOrder)],
    ['hubs', count(totals.hubs)],
    ['walksCut', count(totals.walksCut)],
  ];
  const rows = figures.map(([name, value]) => [text(pen.say(name)), value]);
  const read = files.map((file) => [text(file.name), count(file.accepted), text(file.format)]);
  return sheet(
    pen,
    'summary',
    [
      ['figure', 44],
      ['value', 22],
      ['format', 14],
    ],
    [...rows, [], ...read],
  );
}

function networks(pen: Pen): Sheet {
  const headings: Heading[] = [
    ['rank', 8],
    ['network', 10],
    ['certainty', 12],
    ['moved', 18],
    ['members', 12],
    ['from', 18],
    ['to', 18],
    ['typologies', 32],
    ['sink', 26],
    ['sinkShare', 12],
    ['story', 90],
  ];
  const rows = pen.model.networks.map((one) => [
    plain(one.rank),
    text(one.id),
    plain(one.certainty),
    pen.sum(one.harmMinor),
    count(one.members.length),
    pen.at(one.from),
    pen.at(one.to),
    text(one.typologies.map((id) => pen.words(typologyTitle(pen.model, id))).join(', ')),
    text(one.commonSink?.account ?? ''),
    one.commonSink === null ? text('') : share(one.commonSink.shareOfMoney),
    text(pen.words(one.story)),
  ]);
  return sheet(pen, 'networks', headings, rows);
}

function accounts(pen: Pen): Sheet {
  const headings: Heading[] = [
    ['account', 26],
    ['owner', 26],
    ['bank', 20],
    ['role', 20],
    ['network', 10],
    ['score', 9],
    ['scoreAtArrival', 14],
    ['verdict', 14],
    ['in', 18],
    ['out', 18],
    ['inCount', 12],
    ['outCount', 12],
    ['payers', 12],
    ['payees', 12],
    ['held', 16],
    ['from', 18],
    ['to', 18],
  ];
  const rows = pen.model.accounts.map((one) => [
    text(one.account),
    text(one.ownerName),
    text(one.bank),
    text(pen.words(ROLE_LABELS[one.role].one)),
    text(one.network),
    plain(one.score),
    plain(one.scoreAtArrival),
    text(pen.words(VERDICT_LABELS[one.verdict])),
    pen.sum(one.inMinor),
    pen.sum(one.outMinor),
    count(one.inCount),
    count(one.outCount),
    count(one.payers),
    count(one.payees),
    duration(one.heldMsMedian),
    pen.at(one.firstAt),
    pen.at(one.lastAt),
  ]);
  return sheet(pen, 'accounts', headings, rows);
}

function edges(pen: Pen): Sheet {
  const headings: Heading[] = [
    ['network', 10],
    ['payer', 26],
    ['payee', 26],
    ['amount', 18],
    ['transfers', 12],
    ['first', 18],
    ['last', 18],
  ];
  const rows = pen.model.networks.flatMap((one) =>
    one.edges.map((edge) => [
      text(one.id),
      text(edge.from),
      text(edge.to),
      pen.sum(edge.amountMinor),
      count(edge.count),
      pen.at(edge.firstAt),
      pen.at(edge.lastAt),
    ]),
  );
  return sheet(pen, 'edges', headings, rows);
}

function reasons(pen: Pen): Sheet {
  const headings: Heading[] = [
    ['account', 26],
    ['network', 10],
    ['rule', 28],
    ['typologies', 24],
    ['points', 9],
    ['at', 18],
    ['reason', 100],
  ];
  const rows = pen.model.accounts.flatMap((one) =>
    one.signals.map((signal) => [
      text(one.account),
      text(one.network),
      text(signal.rule),
      text(pen.words(typologyTitle(pen.model, signal.typology))),
      plain(signal.points),
      pen.at(signal.at),
      text(pen.words(signal.text)),
    ]),
  );
  return sheet(pen, 'reasons', headings, rows);
}

function gaps(pen: Pen): Sheet {
  const headings: Heading[] = [
    ['account', 26],
    ['bank', 24],
    ['from', 18],
    ['to', 18],
    ['amount', 18],
    ['request', 100],
  ];
  const rows = pen.model.gaps.map((gap) => [
    text(gap.account),
    text(pen.words(gap.institution)),
    pen.at(gap.from),
    pen.at(gap.to),
    pen.sum(gap.amountMinor),
    text(pen.words(gap.request)),
  ]);
  return sheet(pen, 'gaps', headings, rows);
}

function rejects(pen: Pen): Sheet {
  const headings: Heading[] = [
    ['code', 26],
    ['about', 44],
    ['count', 10],
    ['file', 34],
    ['line', 10],
    ['message', 70],
  ];
  const rows = pen.model.rejects.flatMap((kind) =>
    kind.examples.map((example) => [
      text(kind.code),
      text(pen.words(kind.about)),
      count(kind.count),
      text(example.file),
      plain(example.line),
      text(pen.words(example.message)),
    ]),
  );
  return sheet(pen, 'rejects', headings, rows);
}

function notes(pen: Pen): Sheet {
  const headings: Heading[] = [
    ['about', 90],
    ['count', 10],
    ['file', 34],
    ['line', 10],
  ];
  const rows = pen.model.notes.flatMap(({ note, count: rowsWith, examples }) =>
    examples.map(({ file, line }) => [
      text(pen.words(NOTE_LABELS[note])),
      count(rowsWith),
      text(file),
      plain(line),
    ]),
  );
  return sheet(pen, 'notes', headings, rows);
}
