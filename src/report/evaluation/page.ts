import { formatDate, formatDuration, formatNumber, formatShare } from '../../domain/format.ts';
import type { Language } from '../../domain/language.ts';
import type { AccountFigures } from '../../learning/evaluation/accounts.ts';
import type { Evaluation } from '../../learning/evaluation/evaluation.ts';
import type { Quartiles } from '../../learning/evaluation/reach.ts';
import { type Figure, VIEWS } from '../../learning/evaluation/rows.ts';
import { PASS_FIGURES } from '../../learning/evaluation/weighted-pass.ts';
import { breakable, html, Markup } from './markup.ts';
import { curvePicture, reachPicture } from './pictures.ts';
import { STYLE } from './style.ts';
import { WORDS, type Word } from './texts.ts';

/**
 * An evaluation as one HTML file that needs nothing else, no script and no network; its policy lets nothing in. The
 * same evaluation gives the same bytes.
 */
export function renderEvaluation(evaluation: Evaluation, language: Language): string {
  const page = new Page(evaluation, language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Qorgan · ${WORDS.title[language]}</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body><main>
<h1>${WORDS.title[language]}</h1>
${page.sections()}</main></body>
</html>
`.text;
}

class Page {
  readonly #e: Evaluation;
  readonly #language: Language;

  constructor(evaluation: Evaluation, language: Language) {
    this.#e = evaluation;
    this.#language = language;
  }

  sections(): readonly Markup[] {
    return [
      this.#about(),
      this.#transfers(),
      this.#curve(),
      this.#typologies(),
      this.#accounts(),
      this.#networks(),
      this.#reach(),
      this.#model(),
    ];
  }

  #say(word: Word, args: Readonly<Record<string, string | number>> = {}): string {
    return WORDS[word][this.#language].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(args[name] ?? ''),
    );
  }

  #number(value: number): string {
    return formatNumber(value, this.#language);
  }

  #share(value: number): string {
    return formatShare(value, this.#language);
  }

  #ranged({ value, low, high }: Figure): Markup {
    return html`${this.#share(value)} <small>${this.#share(low)} – ${this.#share(high)}</small>`;
  }

  #section(title: Word, body: Markup): Markup {
    return html`<section><h2>${this.#say(title)}</h2>
${body}</section>
`;
  }

  #table(head: readonly string[], rows: readonly (readonly (Markup | string)[])[]): Markup {
    const cells = ([first, ...rest]: readonly (Markup | string)[]): Markup =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
    return html`<table><thead><tr>${head.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
<tbody>${rows.map(cells)}</tbody></table>`;
  }

  #viewsHead(first = ''): string[] {
    return [first, ...VIEWS.map((view) => this.#say(view))];
  }

  #about(): Markup {
    const { rows, model } = this.#e;
    const date = (at: number): string => formatDate(at, this.#language);
    const facts: [Word, string][] = [
      ['judged', this.#number(rows.judged)],
      ['positives', this.#number(rows.positives)],
      ['period', `${date(rows.from)} – ${date(rows.to)}`],
      ['judgedBy', model?.name ?? this.#say('byRules')],
    ];
    return html`<dl>${facts.map(([word, value]) => html`<div><dt>${this.#say(word)}</dt><dd>${value}</dd></div>`)}</dl>
`;
  }

  #transfers(): Markup {
    const { transfers, perDay } = this.#e;
    const rows = PASS_FIGURES.map((name) => [
      this.#say(name, { n: perDay }),
      ...VIEWS.map((view) => this.#ranged(transfers[view][name])),
    ]);
    return this.#section(
      'byTransfer',
      html`<p>${this.#say('intervals')}</p>${this.#table(this.#viewsHead(), rows)}`,
    );
  }

  #curve(): Markup {
    const curves = VIEWS.map((view) => ({
      name: this.#say(view),
      className: view,
      points: this.#e.transfers[view].curve,
    }));
    return this.#section(
      'curve',
      curvePicture(curves, {
        title: this.#say('curve'),
        recall: this.#say('recallAxis'),
        precision: this.#say('precisionAxis'),
      }),
    );
  }

  #typologies(): Markup {
    const { arrival, retrospect } = this.#e.transfers;
    const rows = arrival.typologies.map(({ typology, positives, recall }, i) => [
      typology ? breakable(typology) : this.#say('noKind'),
      this.#number(positives),
      this.#ranged(recall),
      this.#ranged(retrospect.typologies[i].recall),
    ]);
    const [, ...views] = this.#viewsHead();
    return this.#section(
      'typologies',
      html`<p>${this.#say('recall')}</p>${this.#table([this.#say('kind'), this.#say('confirmed'), ...views], rows)}`,
    );
  }

  #accounts(): Markup {
    const { accounts } = this.#e;
    const row = (word: Word, of: (a: AccountFigures) => string): string[] => [
      this.#say(word),
      ...VIEWS.map((view) => of(accounts[view])),
    ];
    return this.#section(
      'accounts',
      this.#table(this.#viewsHead(), [
        row('accountsJudged', (a) => this.#number(a.accounts)),
        row('accountsPositive', (a) => this.#number(a.positives)),
        row('at50', (a) => this.#share(a.precisionAt50)),
        row('at200', (a) => this.#share(a.precisionAt200)),
        row('prAuc', (a) => this.#share(a.prAuc)),
      ]),
    );
  }

  #networks(): Markup {
    const { met, patterns, firstPositives, firstMembers } = this.#e.networks;
    const of = (a: number, b: number): string =>
      this.#say('of', { a: this.#number(a), b: this.#number(b) });
    return this.#section(
      'networks',
      this.#table(
        ['', this.#say('retrospect')],
        [
          [this.#say('met'), of(met, patterns)],
          [this.#say('members'), of(firstPositives, firstMembers)],
        ],
      ),
    );
  }

  #reach(): Markup {
    const { reach, clock } = this.#e;
    if (reach.patterns === 0) return html``;
    const quartiles = (q: Quartiles | undefined, of: (value: number) => string): string[] =>
      q === undefined ? ['—', '—', '—'] : [of(q.lower), of(q.median), of(q.upper)];
    const time = (ms: number): string => formatDuration(ms, this.#language, clock);
    const share = (value: number): string => this.#share(value);
    const picture = reachPicture(reach.tenths, reach.neverAlerted, {
      title: this.#say('reachAbout'),
      never: this.#say('never'),
    });
    const table = this.#table(
      ['', this.#say('lower'), this.#say('median'), this.#say('upper')],
      [
        [this.#say('delay'), ...quartiles(reach.delayMs, time)],
        [this.#say('notMoved'), ...quartiles(reach.notMoved, share)],
        [this.#say('withHold'), ...quartiles(reach.withHold, share)],
      ],
    );
    const counts = `${this.#say('patterns')}: ${this.#number(reach.patterns)}. ${this.#say('neverAlerted')}: ${this.#number(reach.neverAlerted)}.`;
    return this.#section(
      'reach',
      html`<p>${this.#say('reachAbout')} ${counts}</p>${picture}${table}`,
    );
  }

  #model(): Markup {
    const { model } = this.#e;
    if (model === undefined) return html``;
    const rows = VIEWS.flatMap((view) =>
      model.loss[view].map(({ figure, card, here }) => [
        `${this.#say(figure)} · ${this.#say(view)}`,
        this.#share(card),
        this.#share(here),
      ]),
    );
    const head = [this.#say('figure'), this.#say('there'), this.#say('here')];
    const outside = model.outside.map(({ feature, low, high, share }) => [
      feature,
      `${this.#number(low)} – ${this.#number(high)}`,
      this.#share(share),
    ]);
    const drift =
      outside.length === 0
        ? html``
        : html`<p>${this.#say('outside')}</p>${this.#table(['', this.#say('range'), this.#say('outsideShare')], outside)}`;
    return this.#section('model', html`${this.#table(head, rows)}${drift}`);
  }
}
