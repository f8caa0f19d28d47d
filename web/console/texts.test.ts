import { expect, test, vi } from 'vitest';
import { LANGUAGES, type Localized } from '../../src/domain/language.ts';

// What the browser has and Node has not; the texts themselves ask for none of it.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));

const areas: Record<string, Record<string, Localized>> = {
  words: (await import('./pieces/words.ts')).WORDS,
  shell: (await import('./shell/texts.ts')).SHELL_TEXTS,
  session: (await import('./session/texts.ts')).SESSION_TEXTS,
  alerts: (await import('./alerts/texts.ts')).ALERT_TEXTS,
  account: (await import('./account/texts.ts')).ACCOUNT_TEXTS,
  holds: (await import('./holds/texts.ts')).HOLD_TEXTS,
  networks: (await import('./networks/texts.ts')).NETWORK_TEXTS,
  customers: (await import('./customers/texts.ts')).CUSTOMER_TEXTS,
  risk: (await import('./risk/texts.ts')).RISK_TEXTS,
  lists: (await import('./lists/texts.ts')).LIST_TEXTS,
  watch: (await import('./watch/texts.ts')).WATCH_WORDS,
  watchPosts: (await import('./watch/texts.ts')).POST_TEXTS,
  watchCampaigns: (await import('./watch/texts.ts')).CAMPAIGN_TEXTS,
  watchReports: (await import('./watch/texts.ts')).REPORT_TEXTS,
  watchSources: (await import('./watch/texts.ts')).SOURCE_TEXTS,
  watchTakedowns: (await import('./watch/texts.ts')).TAKEDOWN_TEXTS,
  cases: (await import('./cases/texts.ts')).CASE_WORDS,
  casesQueue: (await import('./cases/texts.ts')).QUEUE_TEXTS,
  casesPage: (await import('./cases/texts.ts')).PAGE_TEXTS,
  casesMoney: (await import('./cases/texts.ts')).MONEY_TEXTS,
  casesPeople: (await import('./cases/texts.ts')).PEOPLE_TEXTS,
  casesFiles: (await import('./cases/texts.ts')).FILE_TEXTS,
  casesLaw: (await import('./cases/texts.ts')).LAW_TEXTS,
  casesExchange: (await import('./cases/texts.ts')).EXCHANGE_TEXTS,
  casesTabs: (await import('./cases/texts-tabs.ts')).CASE_TAB_TEXTS,
  filings: (await import('./filings/texts.ts')).FILING_TEXTS,
  packages: (await import('./packages/texts.ts')).PACKAGE_TEXTS,
  law: (await import('./law/texts.ts')).LAW_PAGE_TEXTS,
  people: (await import('./people/texts.ts')).PEOPLE_TEXTS,
  audit: (await import('./audit/texts.ts')).AUDIT_TEXTS,
};

/** Letters that only Kazakh has, and those that only Russian words have. */
const KAZAKH = /[әғқңөұүһі]/i;

test.each(Object.entries(areas))(
  '%s: a text takes the same arguments in every language',
  (_, texts) => {
    for (const [name, text] of Object.entries(texts)) {
      const holes = LANGUAGES.map((language) =>
        (text[language].match(/\{\w+\}/g) ?? []).toSorted(),
      );
      expect(holes[1], name).toEqual(holes[0]);
      expect(holes[2], name).toEqual(holes[0]);
      for (const language of LANGUAGES) expect(text[language].trim(), name).toBe(text[language]);
    }
  },
);

test.each(Object.entries(areas))('%s: no text is another language’s', (_, texts) => {
  for (const [name, text] of Object.entries(texts)) {
    expect(text.ru, name).not.toMatch(KAZAKH);
    expect(text.en, name).not.toMatch(/\p{Script=Cyrillic}/u);
    // Latin letters look like Cyrillic ones and are not found by who searches.
    for (const word of [...text.ru.split(/\s/), ...text.kk.split(/\s/)])
      expect(
        /\p{Script=Cyrillic}/u.test(word) && /[a-z]/i.test(word) && !/[-–«»(){}]/.test(word),
        `${name}: ${word}`,
      ).toBe(false);
  }
});
