import type { CaseRole } from '../../../../src/domain/case/case-file.ts';

/** Colours of the picture, for one dress. */
export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly sunk: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly ruleStrong: string;
  readonly focus: string;
  readonly suspicious: string;
  readonly plain: string;
  readonly hold: string;
  readonly roles: Readonly<Record<CaseRole, string>>;
}

/** For files and paper: the light tokens of web/shared/tokens.css and looks/cases.css. */
export const LIGHT: Palette = {
  paper: '#ffffff',
  surface: '#ffffff',
  sunk: '#eeeee8',
  ink: '#17201e',
  muted: '#56635f',
  rule: '#dcded6',
  ruleStrong: '#8b9691',
  focus: '#0b57d0',
  suspicious: '#a32035',
  plain: '#8b9691',
  hold: '#a32035',
  roles: {
    victim: '#2f74b8',
    collector: '#b87700',
    transit: '#2f8f83',
    cashout: '#b3304a',
    organiser: '#5b2c91',
    recruiter: '#8a3b12',
    mule: '#4a6a1a',
    counterparty: '#7b8682',
    unknown: '#7b8682',
  },
};

/** The dress of the page as it is now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token('surface'),
    surface: token('surface'),
    sunk: token('sunk'),
    ink: token('ink'),
    muted: token('muted'),
    rule: token('rule'),
    ruleStrong: token('rule-strong'),
    focus: token('focus'),
    suspicious: token('hold'),
    plain: token('rule-strong'),
    hold: token('hold'),
    roles: {
      victim: token('victim'),
      collector: token('collector'),
      transit: token('transit'),
      cashout: token('cashout'),
      organiser: token('organiser'),
      recruiter: token('recruiter'),
      mule: token('mule'),
      counterparty: token('none'),
      unknown: token('none'),
    },
  };
}
