import type { JSX } from 'react';
import type { Role } from '../../../src/network/role.ts';
import { MARK, roleShape, type StrokeName, strokeOf } from '../../shared/icons.ts';

/** Lines that only the console draws, in the box of 16 by 16 of the others. */
const OWN = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M3.5 6l4.5 4.5L12.5 6',
  up: 'M8 13V3.5M4 7l4-4l4 4',
  sink: 'M8 3v9.5M4 9l4 4l4-4',
  user: 'M8 2.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6zM2.6 14c.5-3 2.6-4.4 5.4-4.4s4.9 1.4 5.4 4.4',
  warning: 'M8 1.8L15 14H1zM8 6.2v4M8 12v.4',
  lock: 'M4 7.5h8V14H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  keys: 'M1.5 4h13v8h-13zM4 6.6h.5M6.7 6.6h.5M9.4 6.6h.5M12 6.6h.4M4.6 9.4h6.8',
  refresh: 'M13 5.5A5.6 5.6 0 1 0 13.6 9M13.4 2v3.6H9.8',
  search: 'M7 2.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2zM10.4 10.4L14 14',
} as const;

export type IconName = StrokeName | keyof typeof OWN;

const lineOf = (name: IconName): string =>
  name in OWN ? OWN[name as keyof typeof OWN] : strokeOf(name as StrokeName);

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path d={lineOf(name)} />
    </svg>
  );
}

/** The sign of a role; what it means stands beside it as text. */
export function RoleIcon({ role }: { role: Role }): JSX.Element {
  return (
    <svg
      className={`role-icon role-${role}`}
      viewBox="0 0 16 16"
      width={14}
      height={14}
      aria-hidden="true"
    >
      <path d={roleShape(role)} />
    </svg>
  );
}

export function Mark(): JSX.Element {
  return (
    <svg className="mark" viewBox="0 0 24 24" width={24} height={24} aria-hidden="true">
      <path d={MARK} />
    </svg>
  );
}
