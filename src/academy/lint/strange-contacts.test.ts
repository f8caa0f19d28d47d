import { expect, it } from 'vitest';
import { strangeContacts } from './strange-contacts.ts';

it.each([
  'Пиши @example_daniyar или @example.',
  'Сайт example.kz, https://work.example.com/apply и ещё.',
  'Звони +7 700 000 00 17 или 8 (700) 000-00-42.',
  'Банк: 380 000 ₸, 1424 и 102, код 4821, 16:30, 12.05.2026.',
  'Это в п.5 и т.д.',
])('leaves %j alone', (text) => {
  expect(strangeContacts(text)).toEqual([]);
});

it.each([
  ['Пиши @real_person сегодня', '@real_person'],
  ['Смотри t.me/abc и rabota.kz/vakansii', 'rabota.kz/vakansii'],
  ['https://example.com.evil.ru/x', 'https://example.com.evil.ru/x'],
  ['Тел. +7 (701) 234-56-78', '+7 (701) 234-56-78'],
  ['Тел. 87772345678', '87772345678'],
  ['Карта 4400 4301 2345 6789', '4400 4301 2345 6789'],
  ['Счёт KZ86125KZT5004100100', 'KZ86125KZT5004100100'],
])('finds in %j', (text, contact) => {
  expect(strangeContacts(text)).toContain(contact);
});
