import type { ReportNetwork } from '../../../src/report/model.ts';

/** What of a network is drawn. */
export type FlowNetwork = Pick<ReportNetwork, 'members' | 'edges'>;
