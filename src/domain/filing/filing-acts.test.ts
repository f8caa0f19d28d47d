import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  FILING_ACTS,
  FILING_STATES,
  FILING_WHO_MAY,
  type FilingStanding,
  mayOnFiling,
} from './filing-acts.ts';

const ROLES = ['analyst', 'supervisor', 'investigator', 'liaison', 'auditor', 'admin'];
const standing: FilingStanding = { state: 'draft', madeBy: [1], isSigned: true, isFollowed: false };

test('who may do what is as the page for people says', () => {
  const page = readFileSync(
    join(import.meta.dirname, '../../../docs/explanation/who-may.md'),
    'utf8',
  );
  const section = page.slice(
    page.indexOf('## Notices to the Agency'),
    page.indexOf('## Coming in'),
  );
  for (const act of FILING_ACTS) {
    const cells =
      new RegExp(`^\\| \`${act}\` \\|(.*)\\|$`, 'm').exec(section)?.[1].split('|') ?? [];
    const said = ROLES.filter((_, i) => cells[i]?.trim() === 'yes');
    expect(said, act).toEqual([...FILING_WHO_MAY[act]]);
  }
});

test('each role does each act in each state, or is told why not', () => {
  for (const act of FILING_ACTS)
    for (const role of ROLES)
      for (const state of FILING_STATES) {
        const may = mayOnFiling({ ...standing, state }, act, { id: 2, roles: [role] });
        const isHis = (FILING_WHO_MAY[act] as readonly string[]).includes(role);
        if (!isHis) expect(may).toMatchObject({ problem: { code: 'QRG_FILING_ROLE' } });
        else if (!may.ok) expect(may.problem.code).toBe('QRG_FILING_STATE');
      }
});

test('nobody approves what they wrote, sends what is not signed, or stands in one place twice', () => {
  const supervisor = { id: 1, roles: ['supervisor'] };
  const codeOf = (told: Partial<FilingStanding>, act: (typeof FILING_ACTS)[number]) => {
    const may = mayOnFiling({ ...standing, ...told }, act, supervisor);
    return may.ok ? 'ok' : may.problem.code;
  };
  expect(codeOf({ state: 'submitted' }, 'approve')).toBe('QRG_FILING_SAME_PERSON');
  expect(codeOf({ state: 'submitted', madeBy: [2] }, 'approve')).toBe('ok');
  expect(codeOf({ state: 'approved', isSigned: false }, 'send')).toBe('QRG_FILING_UNSIGNED');
  expect(codeOf({ state: 'rejected', isFollowed: true }, 'correct')).toBe('QRG_FILING_FOLLOWED');
});
