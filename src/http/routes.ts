import type { Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/accounts.ts';
import { ALERT_ROUTES } from './routes/alerts.ts';
import { AUDIT_ROUTES } from './routes/audit.ts';
import { DECISION_ROUTES } from './routes/decisions.ts';
import { NETWORK_ROUTES } from './routes/networks.ts';
import { PEOPLE_ROUTES } from './routes/people.ts';
import { SERVICE_ROUTES } from './routes/service.ts';
import { SESSION_ROUTES } from './routes/session.ts';
import { SIGN_ON_ROUTES } from './routes/sign-on.ts';

/** Everything the service answers to. */
export const ROUTES: readonly Route[] = [
  ...DECISION_ROUTES,
  ...ALERT_ROUTES,
  ...ACCOUNT_ROUTES,
  ...NETWORK_ROUTES,
  ...SESSION_ROUTES,
  ...SIGN_ON_ROUTES,
  ...PEOPLE_ROUTES,
  ...AUDIT_ROUTES,
  ...SERVICE_ROUTES,
];
