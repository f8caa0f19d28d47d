import type { Role } from '../../src/network/role.ts';
import { svg } from './dom.ts';

/** Each role has a shape of its own, so that colour is never the only sign. In a box of 16 by 16. */
const SHAPES: Readonly<Record<Role, string>> = {
  victim: 'M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z', // circle
  collector: 'M1.6 2.8h12.8L9.6 9v4.8L6.4 12V9z', // funnel
  transit: 'M2 4h6V1.4L14.8 8L8 14.6V12H2z', // arrow
  cashout: 'M2.4 2.4h11.2v11.2H2.4z', // square
  organiser: 'M8 .8L15.2 8L8 15.2L.8 8z', // diamond
  none: 'M8 5.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2z', // dot
};

export const roleShape = (role: Role): string => SHAPES[role];

/** The sign of a role; what it means stands beside it as text. */
export function roleIcon(role: Role): SVGSVGElement {
  return svg(
    'svg',
    {
      class: `role-icon role-${role}`,
      viewBox: '0 0 16 16',
      width: 14,
      height: 14,
      'aria-hidden': 'true',
    },
    svg('path', { d: SHAPES[role] }),
  );
}

const STROKES = {
  print: 'M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z',
  eye: 'M1.2 8C3 4.8 5.3 3.4 8 3.4S13 4.8 14.8 8C13 11.2 10.7 12.6 8 12.6S3 11.2 1.2 8zM8 5.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 1 1 0-4.4z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  back: 'M13.5 8h-11M6.5 3.5L2 8l4.5 4.5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  sun: 'M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6zM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M3 13l1.2-1.2M11.8 4.2L13 3',
  moon: 'M13.6 9.6A6 6 0 0 1 6.4 2.4a6 6 0 1 0 7.2 7.2z',
  half: 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4zM8 1.8v12.4M8 4.5h3.6M8 8h6M8 11.5h3.6',
} as const;

export type StrokeName = keyof typeof STROKES;

/** The line of an icon, in a box of 16 by 16. */
export const strokeOf = (name: StrokeName): string => STROKES[name];

export function icon(name: StrokeName): SVGSVGElement {
  return svg(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svg('path', { d: STROKES[name] }),
  );
}

/** The mark: the wall of a fort seen from its front. In a box of 24 by 24. */
export const MARK = 'M2 21V6h4v3h4V6h4v3h4V6h4v15h-7v-5a3 3 0 0 0-6 0v5z';

export function mark(): SVGSVGElement {
  return svg(
    'svg',
    { class: 'mark', viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': 'true' },
    svg('path', { d: MARK }),
  );
}
