/** Lines in a box of 24 by 24. */
const LINES = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM15.3 15.3L21 21',
  chat: 'M4 5h16v11H9.5L5 20v-4H4zM8 9.2h8M8 12.2h5',
  lifebuoy:
    'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zM12 8.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6zM5.7 5.7l3.6 3.6M14.7 14.7l3.6 3.6M18.3 5.7l-3.6 3.6M9.3 14.7l-3.6 3.6',
  flag: 'M6 21V4M6 4.5h11.5L15 8.5l2.5 4H6',
  info: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zM12 11v6M12 7.2v.6',
  alert: 'M12 3.5L22 20.5H2zM12 10v5M12 17.4v.4',
  check: 'M4.5 12.5l5 5L20 7',
  cross: 'M6 6l12 12M18 6L6 18',
  back: 'M20 12H4.5M10.5 5.5L4 12l6.5 6.5',
  next: 'M4 12h15.5M13.5 5.5L20 12l-6.5 6.5',
  shield: 'M12 3l8 3v6c0 4.6-3.2 7.6-8 9c-4.8-1.4-8-4.4-8-9V6z',
  sun: 'M12 7.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9zM12 2v2.4M12 19.6V22M2 12h2.4M19.6 12H22M4.9 4.9l1.7 1.7M17.4 17.4l1.7 1.7M4.9 19.1l1.7-1.7M17.4 6.6l1.7-1.7',
  moon: 'M20 14.4A8.6 8.6 0 0 1 9.6 4a8.6 8.6 0 1 0 10.4 10.4z',
  half: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zM12 3v18M12 7h5.4M12 12h9M12 17h5.4',
  print: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z',
  phone:
    'M6.5 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A16.5 16.5 0 0 1 4.5 5.5a2 2 0 0 1 2-2z',
  book: 'M5 4.5A2.5 2.5 0 0 1 7.5 2H19v17H7.5A2.5 2.5 0 0 0 5 21.5zM5 21.5A2.5 2.5 0 0 0 7.5 22H19v-3M9 7h6M9 11h4',
  clock: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18zM12 7v5.3l3.4 2',
  people:
    'M9 4a3.6 3.6 0 1 1 0 7.2A3.6 3.6 0 1 1 9 4zM2.5 20c.4-3.8 2.9-6 6.5-6s6.1 2.2 6.5 6M15.5 4.5a3.3 3.3 0 0 1 0 6.3M17.5 14.3c2.3.7 3.7 2.6 4 5.7',
  chart: 'M4 20.5h17M6.5 17v-5M12 17V5M17.5 17v-8',
} as const;

export type IconName = keyof typeof LINES;

/** A sign beside words that say the same: it is nothing to a screen reader. */
export function Icon({ name, size = 22 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}
