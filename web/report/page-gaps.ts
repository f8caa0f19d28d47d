import type { ReportGap } from '../../src/report/model.ts';
import { h } from '../shared/dom.ts';
import { icon } from '../shared/icons.ts';
import type { Context } from './context.ts';
import { accountLink, figure, figures, heading } from './page-parts.ts';

/** Whose statement to ask for next, with a request that is ready to send. */
export function gapsPage(context: Context): HTMLElement {
  const { t, facts } = context;
  const { gaps } = facts.model;
  return h(
    'main',
    { id: 'content' },
    heading(t('gaps')),
    h('p', { class: 'lead' }, t(gaps.length === 0 ? 'noGaps' : 'gapsAbout')),
    h(
      'ol',
      { class: 'gaps' },
      gaps.map((gap) => h('li', {}, gapCard(context, gap))),
    ),
  );
}

function gapCard(context: Context, gap: ReportGap): HTMLElement {
  const { t, words, format } = context;
  const request = words(gap.request);
  const said = h('span', { class: 'copied', role: 'status' });
  const text = h('p', { class: 'request', tabindex: 0 }, format.masked(request, [gap.account]));
  // What is copied is meant to be sent, so it names the account in full whatever the screen shows.
  const copy = async (): Promise<void> => {
    said.textContent = t((await copyText(request)) ? 'copied' : 'copyFailed');
  };
  return h(
    'article',
    { class: 'gap' },
    figures(
      figure(t('account'), accountLink(context, gap.account)),
      words(gap.institution) !== '' && figure(t('bank'), words(gap.institution)),
      figure(t('sum'), format.money(gap.amountMinor)),
      figure(t('period'), format.period(gap.from, gap.to)),
    ),
    h(
      'div',
      { class: 'gap-request' },
      h('h2', {}, t('request')),
      text,
      h(
        'p',
        { class: 'tools' },
        h('button', { type: 'button', class: 'button', onclick: copy }, icon('copy'), t('copy')),
        said,
      ),
    ),
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page opened from a folder may not use the clipboard; selecting the text is left.
    return false;
  }
}
