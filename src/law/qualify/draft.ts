import type { CaseFact } from '../../domain/case/case-fact.ts';
import type { CaseFile } from '../../domain/case/case-file.ts';
import { formatYears } from '../../domain/format.ts';
import type { Language, Localized } from '../../domain/language.ts';
import type { Sourced } from '../offences/offence.ts';
import type { OffenceBook } from '../offences/offence-book.ts';
import { DRAFT_TEXTS, FACT_WORDS } from './draft-texts.ts';
import type { Link } from './link.ts';
import type { Finding, PartyQualification, Qualification } from './qualification.ts';
import { argInWords, inWords, moneyInWords, type Said, sentence } from './said.ts';
import { sanctionText } from './sanction-words.ts';

/**
 * The qualification of a case as a text for a lawyer to work on, in Markdown. Whatever is shown stands with its source, its
 * period and whether anybody compared it with the official text; facts are named by their numbers, so that each can be opened.
 */
export function draftOf(
  book: OffenceBook,
  file: CaseFile,
  found: Qualification,
  language: Language,
): string {
  const page = new Page(book, language);
  page.title(found);
  for (const party of found.parties) page.party(party);
  if (found.parties.length === 0) page.line(page.say('nothing'));
  if (found.left > 0) page.line(page.say('left', { count: found.left }));
  page.duties(found.duties);
  page.facts(file);
  page.sources();
  return `${page.lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

class Page {
  readonly lines: string[] = [];
  readonly #sources: string[] = [];
  readonly #book: OffenceBook;
  readonly #language: Language;

  constructor(book: OffenceBook, language: Language) {
    this.#book = book;
    this.#language = language;
  }

  say(
    text: keyof typeof DRAFT_TEXTS,
    args: Readonly<Record<string, string | number>> = {},
  ): string {
    return DRAFT_TEXTS[text][this.#language].replace(/\{(\w+)\}/g, (place, name: string) =>
      String(args[name] ?? place),
    );
  }

  line(...texts: readonly string[]): void {
    this.lines.push(...texts, '');
  }

  #list(items: readonly string[]): void {
    if (items.length > 0) this.line(...items.map((item) => `- ${item}`));
  }

  title({ caseNumber, on, caveats }: Qualification): void {
    this.line(`# ${this.say('title', { number: caseNumber })}`);
    this.line(this.say('looked', { on }));
    for (const caveat of caveats) this.line(`> ${sentence(caveat, this.#language)}`);
  }

  party({ party, age, protection, findings, concurrence }: PartyQualification): void {
    const years = age === null ? this.say('age_unknown') : formatYears(age, this.#language);
    this.line(`## ${plain(party.name ?? party.id)} (${party.id}), ${years}`);
    this.#list(protection.map((rule) => `${rule.text[this.#language]} ${this.#source(rule)}`));
    this.#list(concurrence.map((one) => sentence(one, this.#language)));
    for (const finding of findings) this.finding(finding);
  }

  finding(finding: Finding): void {
    const { offence, tier, act, age, state } = finding;
    const part = tier?.tier.part ? this.say('part', { part: tier.tier.part }) : '';
    this.line(`### ${offence.title[this.#language]}: ${offence.article}${part}`);
    this.line(`**${this.say(`state_${state}`)}.** ${sentence(finding.summary, this.#language)}`);
    this.line(`${offence.text[this.#language]} ${this.#source(offence)}`);
    const span = act.from === act.to ? act.to : `${act.from} – ${act.to}`;
    this.#list([
      `${this.say('act', { span })}, ${this.say(`basis_${act.basis}`)}`,
      ...(age === null
        ? []
        : [
            age.atAct === null
              ? this.say('act_age_unknown', { least: age.least })
              : this.say('act_age', { years: age.atAct, least: age.least }),
          ]),
    ]);
    this.#elements(finding);
    this.#tier(finding);
    this.#release(finding);
    this.#changes(finding);
    if (finding.notes.length > 0) {
      this.line(this.say('notes'));
      this.#list(finding.notes.map((note) => sentence(note, this.#language)));
    }
  }

  #elements({ elements, exclusions }: Finding): void {
    this.line(this.say('elements'));
    this.#list([
      ...elements.map(({ element, state, reason, for: speaks, against }) => {
        const shown = state === 'supported';
        return [
          `${element.title[this.#language]}: **${this.say(`element_${state}`)}**. ${sentence(reason, this.#language)}`,
          linksText(speaks),
          against.length > 0 ? `${this.say('against')} ${linksText(against)}` : '',
          shown ? '' : this.say('would_show', { evidence: element.evidence[this.#language] }),
        ]
          .filter((text) => text !== '')
          .join(' ');
      }),
      ...exclusions.map(
        ({ exclusion, state, links }) =>
          `${exclusion.text[this.#language]}: **${this.say(`exclusion_${state}`)}**. ${
            state === 'not_asked'
              ? this.say('would_show', { evidence: exclusion.evidence[this.#language] })
              : linksText(links)
          }`,
      ),
    ]);
  }

  #tier({ tier, act, limitation, minor }: Finding): void {
    if (tier === null) return;
    this.line(this.say('size'));
    const { category, sanction } = tier.tier;
    this.#list([
      ...tier.reasons.map((reason) => sentence(reason, this.#language)),
      ...(sanction === null
        ? []
        : [
            this.say('sanction', {
              sanction: sanctionText(this.#book, sanction, act.to)[this.#language],
            }),
          ]),
      ...(category === null
        ? []
        : [this.say('category', { category: this.say(`category_${category}`) })]),
      ...(limitation === null
        ? []
        : [
            this.say(limitation.over ? 'limitation_over' : 'limitation', {
              until: limitation.until,
              halved: limitation.halved ? this.say('halved') : '',
            }),
          ]),
      ...tier.higher.map(({ tier: { part }, needs }) =>
        this.say('higher', { part: part ?? '—', needs: inWords(needs, this.#language) }),
      ),
      ...minor.map((rule) => `${rule.text[this.#language]} ${this.#source(rule)}`),
    ]);
  }

  #release({ release }: Finding): void {
    if (release.length === 0) return;
    this.line(this.say('release'));
    for (const { ground, state, conditions } of release) {
      this.line(
        `**${ground.title[this.#language]}**: ${this.say(`release_${state}`)}, ${this.say(`effect_${ground.effect}`)}. ${ground.text[this.#language]} ${this.#source(ground)}`,
      );
      this.#list(
        conditions.map(({ text, state: of, reason, links }) =>
          [
            `${this.#words(text)}: ${this.say(`condition_${of}`)}`,
            reason === null ? '' : `(${inWords(reason, this.#language)})`,
            linksText(links),
          ]
            .filter((part) => part !== '')
            .join(' '),
        ),
      );
    }
  }

  #changes({ changes }: Finding): void {
    if (changes.length === 0) return;
    this.line(this.say('changes'));
    this.#list(
      changes.map(
        ({ text, before, after }) =>
          `${sentence(text, this.#language)} ${this.say('before_after', {
            before: inWords(before, this.#language),
            after: inWords(after, this.#language),
          })}`,
      ),
    );
  }

  duties(duties: readonly Finding[]): void {
    if (duties.length === 0) return;
    this.line(`## ${this.say('duties')}`);
    for (const { offence, elements, notes } of duties) {
      this.line(
        `**${offence.title[this.#language]}** (${offence.article}). ${offence.text[this.#language]} ${this.#source(offence)}`,
      );
      this.#list([
        ...elements.map(
          ({ element, reason }) =>
            `${element.title[this.#language]}. ${sentence(reason, this.#language)}`,
        ),
        ...notes.map((note) => sentence(note, this.#language)),
      ]);
    }
  }

  facts({ facts, parties }: CaseFile): void {
    if (facts.length === 0) return;
    const names = new Map(parties.map(({ id, name }) => [id, plain(name ?? id)]));
    this.line(`## ${this.say('facts')}`);
    this.#list(
      facts.map((fact) =>
        [
          `F${fact.factId}: ${names.get(fact.party) ?? fact.party}. ${FACT_WORDS[fact.kind][this.#language]}: ${this.say(`says_${fact.says}`)}${this.#value(fact)}.`,
          fact.shownBy.length === 0
            ? this.say('shown_by_none')
            : this.say('shown_by', { ids: fact.shownBy.map(plain).join(', ') }),
          fact.note === null ? '' : plain(fact.note),
        ]
          .filter((text) => text !== '')
          .join(' '),
      ),
    );
  }

  #value({ value }: CaseFact): string {
    if (value === null) return '';
    if (value.type === 'money') return `, ${moneyInWords(value, this.#language)}`;
    return `, ${value.type === 'count' ? value.count : plain(value.word)}`;
  }

  #words(text: Localized | Said): string {
    return argInWords(text as Said, this.#language);
  }

  /** Article, edition, whether anybody compared it, and the number under which the end of the page says the rest. */
  #source(entry: Sourced): string {
    const { act, article, edition, source, mark, verified, effective } = entry;
    const name = this.#book.acts.get(act)?.name[this.#language] ?? act;
    const checked = verified === 'no' ? this.say('unverified') : this.say('verified', verified);
    const of = edition === 'none' ? this.say('edition_none') : this.say('edition', { edition });
    const full = this.say('source', {
      ...{ act: name, of, from: effective.from, source, mark, checked },
      place: mark === 'house' ? '' : this.say('article', { article }),
    });
    const number = this.#numberOf(full);
    const short = mark === 'house' ? name : this.say('article_short', { article, of });
    return `*(${short}; ${checked}; [S${number}])*`;
  }

  #numberOf(full: string): number {
    const at = this.#sources.indexOf(full);
    return at >= 0 ? at + 1 : this.#sources.push(full);
  }

  sources(): void {
    if (this.#sources.length === 0) return;
    this.line(`## ${this.say('sources')}`);
    this.#list(this.#sources.map((source, i) => `S${i + 1}: ${source}`));
  }
}

const linksText = (links: readonly Link[]): string =>
  links.length === 0
    ? ''
    : `[${links.map(({ type, id }) => (type === 'fact' ? `F${id}` : plain(id))).join(', ')}]`;

/** Names and notes of a case are text and no Markdown. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`);
