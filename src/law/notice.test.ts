import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../domain/language.ts';
import { loadLaw } from '../service/law/load-law.ts';
import { GROUND_KINDS, type GroundKind, groundOf } from './grounds.ts';
import { proposedHold } from './hold.ts';
import { betrays, noticeFor, tellOf } from './notice.ts';
import { NOTICE_EVENTS, type NoticeEvent } from './notice-book.ts';

const law = await loadLaw();
const at = Date.parse('2026-11-26T12:00:00+05:00');
const money = { amountMinor: 430_000_00, currency: 'KZT' };

const TOLD: readonly GroundKind[] = [
  'party_in_events',
  'party_in_attempts',
  'client_complaint',
  'le_information',
  'internal_rules',
];
const UNTOLD: readonly GroundKind[] = [
  'aml_suspicion',
  'afm_suspension',
  'account_stop',
  'threshold',
];

const holdOn = (...kinds: GroundKind[]) =>
  proposedHold(
    kinds.map((kind) =>
      groundOf(law.grounds.rules.get(kind)!, kind.startsWith('party') ? 'payee' : null),
    ),
    at,
  );

function say(kinds: readonly GroundKind[], event: NoticeEvent, language: 'ru' | 'kk' | 'en') {
  const text = noticeFor(law, holdOn(...kinds), event, money, language);
  if (!text.ok) throw new Error(text.problem.code);
  return text.value;
}

describe('must inform and may not tell', () => {
  it('every ground belongs to one of the two, or to freezing', () => {
    const freezing = ['terror_list', 'sanctions_list'];
    expect([...TOLD, ...UNTOLD, ...freezing].sort()).toEqual([...GROUND_KINDS].sort());
    for (const kind of TOLD) expect(tellOf(holdOn(kind)), kind).toBe('must');
    for (const kind of UNTOLD) expect(tellOf(holdOn(kind)), kind).toBe('may_not');
    for (const kind of freezing as GroundKind[]) expect(tellOf(holdOn(kind)), kind).toBe('may');
  });

  it.each(LANGUAGES)('a suspicion leaves no trace in the notice (%s)', (language) => {
    for (const event of NOTICE_EVENTS)
      for (const told of TOLD)
        for (const untold of UNTOLD)
          expect(say([told, untold], event, language), `${event} ${told} ${untold}`).toBe(
            say([told], event, language),
          );
  });

  it.each(LANGUAGES)('no text about what may not be told speaks of it (%s)', (language) => {
    for (const event of NOTICE_EVENTS)
      for (const kinds of [...UNTOLD, ...TOLD].map((kind) => [kind]))
        expect(
          betrays(law.notices, say(kinds, event, language), language),
          `${event} ${kinds}`,
        ).toBe(false);
  });

  it.each(LANGUAGES)('all that may not be told is told alike (%s)', (language) => {
    for (const event of NOTICE_EVENTS)
      expect(new Set(UNTOLD.map((kind) => say([kind], event, language))).size).toBe(1);
  });

  it.each(LANGUAGES)(
    'a hold under the payments law is told with reason, term and rights (%s)',
    (language) => {
      const text = say(['party_in_events'], 'placed', language);
      expect(text).toContain('25-1');
      expect(text).toMatch(/03\.12\.2026|3 Dec 2026/);
      expect(text).toMatch(/430[\u00a0,]000/);
      expect(text).not.toMatch(/[{}]/);
      for (const { text: service, regimes } of law.services)
        expect(text.includes(service[language])).toBe(regimes.includes('payments'));
    },
  );

  it('knows a betraying word in each language, also inside another case', () => {
    expect(betrays(law.notices, 'Операция признана подозрительной', 'ru')).toBe(true);
    expect(betrays(law.notices, 'сведения для финансового мониторинга', 'ru')).toBe(true);
    expect(betrays(law.notices, 'Операция күдікті деп танылды', 'kk')).toBe(true);
    expect(betrays(law.notices, 'қаржылық мониторинг агенттігіне', 'kk')).toBe(true);
    expect(betrays(law.notices, 'A suspicious operation', 'en')).toBe(true);
    expect(betrays(law.notices, 'Перевод пока не исполнен', 'ru')).toBe(false);
  });

  it('freezing is told as freezing: the exception of 11(5)', () => {
    expect(say(['terror_list'], 'placed', 'ru')).toContain('перечень');
    expect(say(['terror_list', 'aml_suspicion'], 'placed', 'ru')).toBe(
      say(['terror_list'], 'placed', 'ru'),
    );
  });

  it('a refusal names only grounds that carry it', () => {
    expect(say(['internal_rules', 'aml_suspicion'], 'refused', 'ru')).not.toContain('внутренними');
    expect(say(['internal_rules', 'party_in_events'], 'refused', 'ru')).toContain(
      'антифрод-центра',
    );
  });
});
