import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { parseAlertFilter } from './alerts/alert-filter.ts';
import { AlertsPage } from './alerts/alerts-page.tsx';
import { parseCaseFilter, parseCasePart } from './cases/case-filter.ts';
import { parseCustomerFilter } from './customers/customer-filter.ts';
import { parseFilingFilter, parseNewFiling, parseThresholdLook } from './filings/filing-filter.ts';
import { parseLawLook } from './law/law-look.ts';
import { parseNetworkTime } from './networks/network-time.ts';
import { parseTrace } from './networks/trace-start.ts';
import { parseNewPackage, parsePackageFilter } from './packages/package-filter.ts';
import { BrokenPage, NotHere } from './shell/failures.tsx';
import { Frame } from './shell/frame.tsx';
import { Home } from './shell/home.tsx';
import { parseCampaignFilter } from './watch/campaign-filter.ts';
import { parsePostFilter } from './watch/post-filter.ts';
import { parseTakedownFilter } from './watch/takedown-filter.ts';

/**
 * Every address of the console. The first page comes at once; the others are files of their own that are fetched when
 * somebody goes there.
 */
const root = createRootRoute({
  component: Frame,
  errorComponent: BrokenPage,
  notFoundComponent: NotHere,
});

const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const home = createRoute({ ...at('/'), component: Home });
const firstRun = createRoute({
  ...at('/first-run'),
  beforeLoad: () => {
    throw redirect({ to: '/' });
  },
});
const alerts = createRoute({
  ...at('/alerts'),
  validateSearch: parseAlertFilter,
  component: AlertsPage,
});
const alert = createRoute({
  ...at('/alerts/$alertId'),
  component: lazyRouteComponent(() => import('./account/alert-page.tsx'), 'AlertPage'),
});
const account = createRoute({
  ...at('/accounts/$ref'),
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
});
const holds = createRoute({
  ...at('/holds'),
  component: lazyRouteComponent(() => import('./holds/holds-page.tsx'), 'HoldsPage'),
});
const hold = createRoute({
  ...at('/holds/$holdId'),
  component: lazyRouteComponent(() => import('./holds/hold-page.tsx'), 'HoldPage'),
});
const networks = createRoute({
  ...at('/networks'),
  component: lazyRouteComponent(() => import('./networks/networks-page.tsx'), 'NetworksPage'),
});
const network = createRoute({
  ...at('/networks/$networkId'),
  validateSearch: parseNetworkTime,
  component: lazyRouteComponent(() => import('./networks/network-page.tsx'), 'NetworkPage'),
});
const trace = createRoute({
  ...at('/trace'),
  validateSearch: parseTrace,
  component: lazyRouteComponent(() => import('./networks/trace-page.tsx'), 'TracePage'),
});
const law = createRoute({
  ...at('/law'),
  validateSearch: parseLawLook,
  component: lazyRouteComponent(() => import('./law/law-page.tsx'), 'LawPage'),
});
const filings = createRoute({
  ...at('/filings'),
  validateSearch: parseFilingFilter,
  component: lazyRouteComponent(() => import('./filings/filings-page.tsx'), 'FilingsPage'),
});
const newFiling = createRoute({
  ...at('/filings/new'),
  validateSearch: parseNewFiling,
  component: lazyRouteComponent(() => import('./filings/new-filing-page.tsx'), 'NewFilingPage'),
});
const thresholds = createRoute({
  ...at('/filings/thresholds'),
  validateSearch: parseThresholdLook,
  component: lazyRouteComponent(() => import('./filings/thresholds-page.tsx'), 'ThresholdsPage'),
});
const filingSettings = createRoute({
  ...at('/filings/settings'),
  component: lazyRouteComponent(
    () => import('./filings/filing-settings-page.tsx'),
    'FilingSettingsPage',
  ),
});
const filing = createRoute({
  ...at('/filings/$filingId'),
  component: lazyRouteComponent(() => import('./filings/filing-page.tsx'), 'FilingPage'),
});
const packages = createRoute({
  ...at('/packages'),
  validateSearch: parsePackageFilter,
  component: lazyRouteComponent(() => import('./packages/packages-page.tsx'), 'PackagesPage'),
});
const newPackage = createRoute({
  ...at('/packages/new'),
  validateSearch: parseNewPackage,
  component: lazyRouteComponent(() => import('./packages/new-package-page.tsx'), 'NewPackagePage'),
});
const onePackage = createRoute({
  ...at('/packages/$packageId'),
  component: lazyRouteComponent(() => import('./packages/package-page.tsx'), 'PackagePage'),
});
const partners = createRoute({
  ...at('/partners'),
  component: lazyRouteComponent(() => import('./packages/partners-page.tsx'), 'PartnersPage'),
});
const watch = createRoute({
  ...at('/watch'),
  validateSearch: parsePostFilter,
  component: lazyRouteComponent(() => import('./watch/queue-page.tsx'), 'QueuePage'),
});
const post = createRoute({
  ...at('/watch/posts/$postId'),
  validateSearch: parsePostFilter,
  component: lazyRouteComponent(() => import('./watch/post-page.tsx'), 'PostPage'),
});
const campaigns = createRoute({
  ...at('/watch/campaigns'),
  validateSearch: parseCampaignFilter,
  component: lazyRouteComponent(() => import('./watch/campaigns-page.tsx'), 'CampaignsPage'),
});
const campaign = createRoute({
  ...at('/watch/campaigns/$campaignId'),
  component: lazyRouteComponent(() => import('./watch/campaign-page.tsx'), 'CampaignPage'),
});
const sources = createRoute({
  ...at('/watch/sources'),
  component: lazyRouteComponent(() => import('./watch/sources-page.tsx'), 'SourcesPage'),
});
const takedowns = createRoute({
  ...at('/watch/takedowns'),
  validateSearch: parseTakedownFilter,
  component: lazyRouteComponent(() => import('./watch/takedowns-page.tsx'), 'TakedownsPage'),
});
const takedown = createRoute({
  ...at('/watch/takedowns/$takedownId'),
  component: lazyRouteComponent(() => import('./watch/takedown-page.tsx'), 'TakedownPage'),
});
const customers = createRoute({
  ...at('/customers'),
  validateSearch: parseCustomerFilter,
  component: lazyRouteComponent(() => import('./customers/customers-page.tsx'), 'CustomersPage'),
});
const customer = createRoute({
  ...at('/customers/$customerId'),
  component: lazyRouteComponent(() => import('./customers/customer-page.tsx'), 'CustomerPage'),
});
const cases = createRoute({
  ...at('/cases'),
  validateSearch: parseCaseFilter,
  component: lazyRouteComponent(() => import('./cases/cases-page.tsx'), 'CasesPage'),
});
const oneCase = createRoute({
  ...at('/cases/$caseId'),
  validateSearch: parseCasePart,
  component: lazyRouteComponent(() => import('./cases/case-page.tsx'), 'CasePage'),
});
const casePrint = createRoute({
  ...at('/cases/$caseId/print'),
  component: lazyRouteComponent(() => import('./cases/print-page.tsx'), 'CasePrintPage'),
});
const risk = createRoute({
  ...at('/risk'),
  component: lazyRouteComponent(() => import('./risk/risk-page.tsx'), 'RiskPage'),
});
const lists = createRoute({
  ...at('/lists'),
  component: lazyRouteComponent(() => import('./lists/lists-page.tsx'), 'ListsPage'),
});
const list = createRoute({
  ...at('/lists/$listId'),
  component: lazyRouteComponent(() => import('./lists/list-page.tsx'), 'ListPage'),
});
const people = createRoute({
  ...at('/people'),
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
});
const audit = createRoute({
  ...at('/audit'),
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
});
const me = createRoute({
  ...at('/me'),
  component: lazyRouteComponent(() => import('./session/me-page.tsx'), 'MePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    firstRun,
    alerts,
    alert,
    cases,
    oneCase,
    casePrint,
    account,
    holds,
    hold,
    networks,
    network,
    trace,
    law,
    filings,
    newFiling,
    thresholds,
    filingSettings,
    filing,
    packages,
    newPackage,
    onePackage,
    partners,
    watch,
    post,
    campaigns,
    campaign,
    sources,
    takedowns,
    takedown,
    customers,
    customer,
    lists,
    list,
    risk,
    people,
    audit,
    me,
  ]),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
