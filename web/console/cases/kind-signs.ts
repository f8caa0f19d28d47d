import type { TimelineKind } from '../../../src/service/cases/case-timeline/timeline-entry.ts';

/** A line for each kind of event, in a box of 16 by 16. */
export const KIND_SIGNS: Readonly<Record<TimelineKind, string>> = {
  transfer: 'M2 5.5h11M10 2.5l3 3l-3 3M14 10.5H3M6 7.5l-3 3l3 3',
  post: 'M2.5 2.5h11v8h-6l-3 3v-3h-2z',
  alert: 'M8 1.8L15 14H1zM8 6.2v4M8 12v.4',
  call: 'M3 2.5h3l1.2 3.2L5.6 7a8 8 0 0 0 3.4 3.4l1.3-1.6l3.2 1.2v3c-6 .6-11-4.5-10.5-10.5z',
  decision: 'M3 8.5l3.2 3.2L13 4.8',
  note: 'M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
  act: 'M8 2.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2zM8 5v3.2l2.2 1.4',
  task: 'M2.5 3h4v4h-4zM9 5h5M2.5 9.5h4v4h-4zM9 11.5h5',
  hold: 'M4 7.5h8V14H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  filing: 'M3.5 1.8h6L12.5 5v9.2h-9zM9.5 1.8V5h3M6 8h4M6 10.6h4',
  package: 'M2.5 5L8 2l5.5 3v6.2L8 14l-5.5-2.8zM2.5 5L8 8l5.5-3M8 8v6',
  file: 'M3.5 1.8h6L12.5 5v9.2h-9zM9.5 1.8V5h3',
  statement: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 3v10',
};
