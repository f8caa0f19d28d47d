/** One entry of a calendar. */
export interface CalendarEntry {
  /** Stays the same when the file is made again, so that a calendar does not keep two. */
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly text: string;
}

const LENGTH_MS = 5 * 60_000;
/** Octets of a line (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/** A calendar file (RFC 5545) that rings at each entry. @param madeAt when it is made */
export function calendarFile(entries: readonly CalendarEntry[], madeAt: number): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Qorgan//Portal//EN', 'CALSCALE:GREGORIAN'],
    ...entries.flatMap((entry) => eventLines(entry, madeAt)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const eventLines = ({ id, at, title, text }: CalendarEntry, madeAt: number): string[] => [
  'BEGIN:VEVENT',
  `UID:${id}`,
  `DTSTAMP:${utc(madeAt)}`,
  `DTSTART:${utc(at)}`,
  `DTEND:${utc(at + LENGTH_MS)}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
  ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`],
  ...['TRIGGER:PT0S', 'END:VALARM', 'END:VEVENT'],
];

/** 20261127T140000Z */
const utc = (at: number): string =>
  new Date(at).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line that is too long goes on in the next one after a space, never in the middle of a letter. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
