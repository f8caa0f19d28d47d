import type { Localized } from '../../src/domain/language.ts';
import type { Role } from '../../src/network/role.ts';
import { ROLE_LABELS, type RoleLabel } from '../../src/report/labels.ts';
import { h } from './dom.ts';
import { roleIcon } from './icons.ts';

/** A role as its sign and its word. */
export function roleTag(
  {
    words,
    roles = ROLE_LABELS,
  }: {
    readonly words: (text: Localized) => string;
    readonly roles?: Readonly<Record<Role, RoleLabel>>;
  },
  role: Role,
): HTMLElement {
  return h('span', { class: 'role-tag' }, roleIcon(role), words(roles[role].one));
}
