import { createContext, useContext } from 'react';
import type { Role } from '../../../src/service/access/role.ts';
import type { Me } from '../api.ts';

/** What the server says of this browser's session: asked at the start, and again whenever a call is refused for want of one. */
export const SESSION_KEY = ['session'] as const;

/** Who is signed in. Inside the gate there always is somebody. */
export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('nobody is signed in here');
  return me;
}

export const hasRole = (me: Me, roles: readonly Role[]): boolean =>
  me.roles.some((role) => roles.includes(role));
