import { ROLES } from '../../src/network/role.ts';
import { NOTE_LABELS, ROLE_LABELS } from '../../src/report/labels.ts';
import { typologyTitle } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import { roleIcon } from '../shared/icons.ts';
import type { Context } from './context.ts';
import { heading, table } from './page-parts.ts';
import type { TextName } from './texts.ts';

/** Pages one looks things up in: what was not taken, what ran, what words mean. */

export function rejectsPage(context: Context): HTMLElement {
  const { t, words, format, facts } = context;
  const { rejects, notes } = facts.model;
  return h(
    'main',
    { id: 'content' },
    heading(t('rejects')),
    h('p', { class: 'lead' }, t(rejects.length === 0 ? 'noRejects' : 'rejectsAbout')),
    rejects.map((kind) =>
      h(
        'section',
        {},
        h('h2', {}, `${words(kind.about)} · ${format.number(kind.count)}`),
        h('p', { class: 'muted number' }, kind.code),
        table(
          context,
          words(kind.about),
          [
            { title: t('file'), cell: (e) => e.file },
            {
              title: t('line'),
              numeric: true,
              cell: (e) => (e.line === 0 ? '—' : format.number(e.line)),
            },
            { title: t('message'), cell: (e) => words(e.message) },
          ],
          kind.examples,
        ),
      ),
    ),
    notes.length > 0 && notesSection(context),
  );
}

/** Rows that were taken all the same; in each kind some examples. */
function notesSection(context: Context): HTMLElement {
  const { t, words, format, facts } = context;
  return h(
    'section',
    {},
    h('h2', {}, t('notes')),
    h('p', { class: 'muted' }, t('notesAbout')),
    facts.model.notes.map(({ note, count, examples }) => [
      h('h3', {}, `${words(NOTE_LABELS[note])} · ${format.number(count)}`),
      table(
        context,
        words(NOTE_LABELS[note]),
        [
          { title: t('file'), cell: (e) => e.file },
          { title: t('line'), numeric: true, cell: (e) => format.number(e.line) },
        ],
        examples,
      ),
    ]),
  );
}

export function rulesPage(context: Context): HTMLElement {
  const { t, words, format, facts } = context;
  const rules = [...facts.model.rules].sort((a, b) => b.fired - a.fired || b.weight - a.weight);
  const withAmltrix = rules.some((rule) => rule.amltrix !== null);
  return h(
    'main',
    { id: 'content' },
    heading(t('rules')),
    h('p', { class: 'lead' }, t('rulesAbout')),
    table(
      context,
      t('rules'),
      [
        {
          title: t('rule'),
          cell: (r) =>
            h(
              'span',
              { class: 'rule-name' },
              words(r.title),
              h('small', { class: 'number' }, r.id),
            ),
        },
        { title: t('typology'), cell: (r) => words(typologyTitle(facts.model, r.typology)) },
        ...(withAmltrix
          ? [{ title: 'AMLTRIX', cell: (r: (typeof rules)[number]) => r.amltrix ?? '—' }]
          : []),
        { title: t('weight'), numeric: true, cell: (r) => format.number(r.weight) },
        { title: t('fired'), numeric: true, cell: (r) => format.number(r.fired) },
      ],
      rules,
    ),
  );
}

const TERMS: readonly (readonly [TextName, TextName])[] = [
  ['moved', 'termMoved'],
  ['certainty', 'termCertainty'],
  ['score', 'termScore'],
  ['held', 'termHeld'],
  ['hub', 'termHub'],
];

export function glossaryPage(context: Context): HTMLElement {
  const { t, words } = context;
  return h(
    'main',
    { id: 'content' },
    heading(t('glossary')),
    h('p', { class: 'lead' }, t('decides')),
    h('h2', {}, t('roles')),
    h(
      'dl',
      { class: 'glossary' },
      ROLES.map((role) =>
        h(
          'div',
          {},
          h('dt', {}, roleIcon(role), words(ROLE_LABELS[role].one)),
          h('dd', {}, words(ROLE_LABELS[role].about)),
        ),
      ),
    ),
    h('h2', {}, t('terms')),
    h(
      'dl',
      { class: 'glossary' },
      TERMS.map(([name, about]) => h('div', {}, h('dt', {}, t(name)), h('dd', {}, t(about)))),
    ),
  );
}
