import type { Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/accounts.ts';
import { AFM_REQUEST_ROUTES } from './routes/afm-requests.ts';
import { ALERT_ROUTES } from './routes/alerts.ts';
import { AUDIT_ROUTES } from './routes/audit.ts';
import { CAMPAIGN_ROUTES } from './routes/campaigns.ts';
import { CAPTURE_ROUTES } from './routes/captures.ts';
import { CASE_VIEW_ROUTES } from './routes/case-views.ts';
import { CASE_ROUTES } from './routes/cases.ts';
import { CLASS_ROUTES } from './routes/classes.ts';
import { CUSTOMER_RECORD_ROUTES } from './routes/customer-records.ts';
import { CUSTOMER_ROUTES } from './routes/customers.ts';
import { DECISION_ROUTES } from './routes/decisions.ts';
import { FIGURE_ROUTES } from './routes/figures.ts';
import { FILING_ROUTES } from './routes/filings.ts';
import { HELD_ROUTES } from './routes/held.ts';
import { HOLD_ROUTES } from './routes/holds.ts';
import { KNOWN_CONTACT_ROUTES } from './routes/known-contacts.ts';
import { LAW_ROUTES } from './routes/law.ts';
import { LIST_HIT_ROUTES } from './routes/list-hits.ts';
import { LIST_ROUTES } from './routes/lists.ts';
import { MATERIAL_ROUTES } from './routes/materials.ts';
import { NETWORK_ROUTES } from './routes/networks.ts';
import { PACKAGE_ROUTES } from './routes/packages.ts';
import { PEOPLE_ROUTES } from './routes/people.ts';
import { POST_ROUTES } from './routes/posts.ts';
import { PROOF_ROUTES } from './routes/proofs.ts';
import { REPORT_TALK_ROUTES } from './routes/report-talk.ts';
import { REPORT_ROUTES } from './routes/reports.ts';
import { RISK_ROUTES } from './routes/risk.ts';
import { RULE_ROUTES } from './routes/rules.ts';
import { SERVICE_ROUTES } from './routes/service.ts';
import { SESSION_ROUTES } from './routes/session.ts';
import { SIGN_ON_ROUTES } from './routes/sign-on.ts';
import { TAKEDOWN_ROUTES } from './routes/takedowns.ts';
import { TRACE_ROUTES } from './routes/trace.ts';
import { WATCH_SOURCE_ROUTES } from './routes/watch-sources.ts';

/** Everything the service answers to. */
export const ROUTES: readonly Route[] = [
  ...DECISION_ROUTES,
  ...RULE_ROUTES,
  ...ALERT_ROUTES,
  ...ACCOUNT_ROUTES,
  ...TRACE_ROUTES,
  ...NETWORK_ROUTES,
  ...CUSTOMER_ROUTES,
  ...CUSTOMER_RECORD_ROUTES,
  ...RISK_ROUTES,
  ...LIST_ROUTES,
  ...LIST_HIT_ROUTES,
  ...HOLD_ROUTES,
  ...POST_ROUTES,
  ...WATCH_SOURCE_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...REPORT_ROUTES,
  ...CAPTURE_ROUTES,
  ...TAKEDOWN_ROUTES,
  ...CASE_ROUTES,
  ...CASE_VIEW_ROUTES,
  ...LAW_ROUTES,
  ...FILING_ROUTES,
  ...AFM_REQUEST_ROUTES,
  ...PACKAGE_ROUTES,
  ...CLASS_ROUTES,
  ...MATERIAL_ROUTES,
  ...REPORT_TALK_ROUTES,
  ...PROOF_ROUTES,
  ...FIGURE_ROUTES,
  ...KNOWN_CONTACT_ROUTES,
  ...HELD_ROUTES,
  ...SESSION_ROUTES,
  ...SIGN_ON_ROUTES,
  ...PEOPLE_ROUTES,
  ...AUDIT_ROUTES,
  ...SERVICE_ROUTES,
];
