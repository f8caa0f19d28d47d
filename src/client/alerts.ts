import type { z } from 'zod';
import type * as alert from '../http/contract/alert.ts';
import type { Caller, QueryValue } from './caller.ts';
import { follow } from './event-stream.ts';
import type { QorganProblem } from './problem.ts';

export type Alert = alert.Alert;
export type AlertPage = z.output<typeof alert.AlertPage>;
export type AlertDetail = z.output<typeof alert.AlertDetail>;
export type AlertQuery = Omit<z.input<typeof alert.AlertQuery>, 'status'> & {
  readonly status?: readonly Alert['status'][] | undefined;
};

export interface AlertListener {
  /** An alert as it is now. */
  onAlert(alert: Alert): void;
  /** Some were left out: read the list. */
  onMissed?(): void;
  onState?(state: 'open' | 'lost'): void;
  onRefused?(problem: QorganProblem): void;
}

export const alertCalls = (caller: Caller) => ({
  list: ({ status, ...query }: AlertQuery = {}) =>
    caller.json<AlertPage>('GET', '/v1/alerts', {
      query: { ...(query as Record<string, QueryValue>), status: status?.join(',') },
    }),

  one: (alertId: number) => caller.json<AlertDetail>('GET', `/v1/alerts/${alertId}`),

  /** What a person does with an alert; `version` is the one they saw. */
  act: (alertId: number, version: number, act: alert.AlertAct) =>
    caller.json<Alert>('PATCH', `/v1/alerts/${alertId}`, { version, body: act }),

  /** Alerts as they come and change. @returns a function that stops it */
  stream: ({ onAlert, onMissed, onState, onRefused }: AlertListener): (() => void) =>
    follow(caller, '/v1/alerts/stream', {
      onEvent({ event, data }) {
        if (event === 'alert') onAlert(JSON.parse(data) as Alert);
        else if (event === 'missed') onMissed?.();
      },
      ...(onState && { onState }),
      ...(onRefused && { onRefused }),
    }),
});
