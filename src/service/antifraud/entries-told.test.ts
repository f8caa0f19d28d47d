import { expect, test } from 'vitest';
import { antifraudMessageSchema } from '../../exchange/antifraud/message.ts';
import { type EntryMessage, entriesTold, listOfEntries } from './entries-told.ts';

let made = 0;
const told = (
  change: 'add' | 'remove',
  identifiers: EntryMessage['body']['identifiers'],
  minute = ++made,
): EntryMessage => {
  const id = `7f5ea0f1-4df0-4a0f-8a53-${String(++made).padStart(12, '0')}`;
  const at = new Date(Date.UTC(2026, 10, 26, 9, minute)).toISOString();
  const message = antifraudMessageSchema.parse({
    format: 'qorgan-antifraud/1',
    ...{ id, sender: { code: 'centre', name: 'Anti-fraud centre' }, createdAt: at },
    kind: 'list_entry',
    body: { base: 'events', change, identifiers, since: at, reason: `told in minute ${minute}` },
  });
  return message as EntryMessage;
};
const phones = (messages: readonly EntryMessage[]) =>
  entriesTold(messages).map(({ message }) => message.body.identifiers.phone);

test('entries stand as the centre told them last, whatever the order they came in', () => {
  const first = told('add', { phone: '+77000000001' }, 1);
  const second = told('add', { phone: '+77000000002' }, 2);
  const again = told('add', { phone: '+77000000001' }, 3);
  const gone = told('remove', { phone: '+77000000002' }, 4);
  for (const messages of [
    [first, second, again, gone],
    [gone, again, second, first],
  ]) {
    expect(entriesTold(messages)).toEqual([{ id: first.id, message: again }]);
  }
  const back = told('add', { phone: '+77000000002' }, 5);
  expect(phones([first, second, gone, back])).toEqual(['+77000000001', '+77000000002']);
});

test('a removal takes whom it names, and nobody who shares a number with them', () => {
  const both = told('add', { account: 'KZ1', phone: '+77000000001' });
  const other = told('add', { account: 'KZ2', phone: '+77000000001' });
  const entries = [both, other];
  const left = (identifiers: EntryMessage['body']['identifiers']) =>
    entriesTold([...entries, told('remove', identifiers)]).map(({ message }) => message);
  expect(left({ account: 'KZ1' })).toEqual([other]);
  expect(left({ account: 'KZ1', phone: '+77000000001' })).toEqual([other]);
  expect(left({ account: 'KZ1', phone: '+77000000001', document: '1' })).toEqual([other]);
  expect(left({ account: 'KZ1', phone: '+77000000009' })).toEqual(entries);
  expect(left({ account: 'KZ9' })).toEqual(entries);
});

test('an entry says where it came from, and its numbers stand in no id', () => {
  const one = told('add', { card: '4000000000000002' });
  const { card, ...row } = JSON.parse(listOfEntries(entriesTold([one])));
  expect(card).toBe('4000000000000002');
  expect(row).toEqual({
    id: one.id,
    reason: one.body.reason,
    note: `Anti-fraud centre, ${one.createdAt}, ${one.id}`,
    since: String(Date.parse(one.body.since)),
  });
  expect(listOfEntries([])).toBe('');
});
