import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CASE_ACTS,
  CASE_WHO_MAY,
  type CaseActKind,
  type CasePerson,
  type CaseStanding,
  DECIDES_PROPOSAL,
  MAY_OPEN,
  mayOnCase,
  possibleCaseActs,
} from './case-acts.ts';
import { CASE_STATES } from './case-file.ts';

const ROLES = ['analyst', 'supervisor', 'investigator', 'liaison', 'auditor', 'admin'] as const;
type Role = (typeof ROLES)[number];
const WHO_MAY = join(import.meta.dirname, '..', '..', '..', 'docs', 'explanation', 'who-may.md');

const person = (role: Role, id = 1): CasePerson => ({ id, roles: [role] });
const told = (standing: CaseStanding, act: CaseActKind, by: CasePerson): string => {
  const may = mayOnCase(standing, act, by);
  return may.ok ? 'may' : may.problem.code;
};

/** Who does what, by hand: a role that gets an act by mistake is found here. */
const EXPECTED: Readonly<Record<CaseActKind | 'open' | 'decide a hold' | 'decide an end', string>> =
  {
    open: 'analyst supervisor investigator liaison',
    take: 'analyst supervisor investigator',
    assign: 'supervisor',
    return: 'analyst supervisor investigator',
    wait: 'analyst supervisor investigator',
    resume: 'analyst supervisor investigator',
    note: 'analyst supervisor investigator liaison',
    call: 'analyst supervisor',
    add_item: 'analyst supervisor investigator',
    remove_item: 'analyst supervisor investigator',
    task_add: 'analyst supervisor investigator liaison',
    task_done: 'analyst supervisor investigator liaison',
    task_drop: 'analyst supervisor investigator',
    fact_say: 'analyst supervisor investigator',
    fact_withdraw: 'analyst supervisor investigator',
    feedback: 'analyst supervisor investigator',
    file_add: 'analyst supervisor investigator liaison',
    title: 'analyst supervisor investigator',
    tlp: 'analyst supervisor investigator liaison',
    propose_hold: 'analyst supervisor',
    propose_close: 'analyst supervisor investigator',
    decide_proposal: 'supervisor investigator',
    'decide a hold': 'supervisor',
    'decide an end': 'supervisor investigator',
    withdraw_proposal: 'analyst supervisor investigator',
    close: 'analyst supervisor investigator',
    reopen: 'supervisor',
    merge: 'analyst supervisor investigator',
    split: 'analyst supervisor investigator',
  };

/** A standing in which the act is possible, for somebody whose case it is. */
const STANDING_FOR = (act: CaseActKind): CaseStanding =>
  act === 'reopen'
    ? { state: 'closed', assignee: 1 }
    : act === 'resume'
      ? { state: 'waiting', assignee: 1 }
      : act === 'take'
        ? { state: 'open', assignee: null }
        : { state: 'in_work', assignee: 1 };

const mayDo = (row: keyof typeof EXPECTED, role: Role): boolean => {
  if (row === 'open') return (MAY_OPEN as readonly string[]).includes(role);
  if (row === 'decide a hold') return (DECIDES_PROPOSAL.hold as readonly string[]).includes(role);
  if (row === 'decide an end') return (DECIDES_PROPOSAL.close as readonly string[]).includes(role);
  return told(STANDING_FOR(row), row, person(role)) === 'may';
};

describe('who may do what with a case', () => {
  const rows = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];

  it('names every act', () => {
    expect(rows).toEqual(expect.arrayContaining([...CASE_ACTS]));
    expect(Object.keys(CASE_WHO_MAY).sort()).toEqual([...CASE_ACTS].sort());
  });

  describe.each(rows)('%s', (row) => {
    it.each(ROLES)('%s', (role) =>
      expect(mayDo(row, role)).toBe(EXPECTED[row].split(' ').includes(role)),
    );
  });

  it('is in the documentation as it is here', () => {
    const head = `| act | ${ROLES.join(' | ')} |\n|---|${'---|'.repeat(ROLES.length)}`;
    const lines = rows.map(
      (row) =>
        `| \`${row}\` | ${ROLES.map((role) => (mayDo(row, role) ? 'yes' : '')).join(' | ')} |`,
    );
    const table = [head, ...lines].join('\n').replaceAll('|  |', '| |');
    expect(readFileSync(WHO_MAY, 'utf8')).toContain(table.replaceAll('|  |', '| |'));
  });
});

describe('when', () => {
  const supervisor = person('supervisor', 2);

  it('a merged case is frozen to everybody', () => {
    for (const { problem } of possibleCaseActs({ state: 'merged', assignee: 2 }, supervisor))
      expect(problem).toMatchObject({ code: 'QRG_CASE_STATE' });
  });

  it('a closed one takes a note, what was found out, a mark, and is opened again', () => {
    const open = possibleCaseActs({ state: 'closed', assignee: 2 }, supervisor).filter(
      ({ problem }) => problem === null,
    );
    expect(open.map(({ kind }) => kind)).toEqual(['note', 'feedback', 'tlp', 'reopen']);
  });

  it.each(CASE_STATES)('in state %s an auditor and an administrator do nothing', (state) => {
    for (const role of ['auditor', 'admin'] as const)
      for (const act of CASE_ACTS)
        expect(told({ state, assignee: null }, act, person(role))).toBe('QRG_CASE_ROLE');
  });

  it('its course is its own person’s, or a supervisor’s', () => {
    const others = { state: 'in_work', assignee: 9 } as const;
    for (const act of [
      'return',
      'wait',
      'propose_close',
      'close',
      'merge',
      'split',
      'take',
    ] as const) {
      expect(told(others, act, person('analyst')), act).toBe('QRG_CASE_TAKEN');
      expect(told(others, act, supervisor), act).toBe('may');
    }
    for (const act of ['note', 'call', 'add_item', 'fact_say', 'task_add', 'feedback'] as const)
      expect(told(others, act, person('analyst')), act).toBe('may');
  });

  it('whoever has a case does not take it', () => {
    expect(told({ state: 'in_work', assignee: 1 }, 'take', person('analyst'))).toBe(
      'QRG_CASE_STATE',
    );
  });
});
