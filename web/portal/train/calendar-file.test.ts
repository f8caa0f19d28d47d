import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const AT = Date.UTC(2026, 10, 27, 14, 0);

const file = (title: string, text = 'Три сообщения') =>
  calendarFile([{ id: 'qorgan-1', at: AT, title, text }], AT - 86_400_000);

describe('a calendar file', () => {
  it('holds an entry with its moment in UTC and rings then', () => {
    const lines = file('Повторение').split('\r\n');
    expect(lines).toContain('DTSTART:20261127T140000Z');
    expect(lines).toContain('DTEND:20261127T140500Z');
    expect(lines).toContain('DTSTAMP:20261126T140000Z');
    expect(lines).toContain('TRIGGER:PT0S');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('escapes what has a meaning in it', () => {
    expect(file('a, b; c\\d\ne')).toContain('SUMMARY:a\\, b\\; c\\\\d\\ne\r\n');
  });

  it('folds long lines by octets and gives them back whole', () => {
    const title = 'Қорған жаттығуын қайталайтын уақыт келді, бір минут қана керек 🙂'.repeat(3);
    const text = file(title);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.replaceAll(',', '\\,')}`);
  });
});
