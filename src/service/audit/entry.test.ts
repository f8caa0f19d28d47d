import { describe, expect, it } from 'vitest';
import { QorganError } from '../../domain/errors/catalogue.ts';
import { fakeBin } from '../../domain/fake/bin.ts';
import { fakePan } from '../../domain/fake/card.ts';
import { fakeKzIban } from '../../domain/fake/iban-kz.ts';
import { fakeIin } from '../../domain/fake/iin.ts';
import { fakeKzPhone } from '../../domain/fake/phone.ts';
import { formatPhone } from '../../domain/phone.ts';
import { createRandom } from '../../domain/random.ts';
import { anchorText, parseAnchor } from './anchor.ts';
import { type AuditEntry, draftOf, SYSTEM } from './entry.ts';
import { maskDeep, maskIdentifiers } from './mask-identifiers.ts';

const random = createRandom(4);
const BORN = Date.UTC(1999, 4, 5);

const ENTRY: AuditEntry = {
  actor: { kind: 'user', id: 7, name: 'aigul', institutionId: 2 },
  action: 'hold.release',
  object: 'hold:17',
};

const problemOf = (entry: AuditEntry): string => {
  try {
    draftOf(entry);
    return 'ok';
  } catch (error) {
    return error instanceof QorganError ? error.problem.code : String(error);
  }
};

describe('identifiers in the record', () => {
  const groups = (text: string): string => text.match(/.{1,4}/g)!.join(' ');

  it('lose what makes them usable, however they are written', () => {
    for (let i = 0; i < 200; i++) {
      const iin = fakeIin(random, { bornAt: BORN + i * 86_400_000, sex: 'female' });
      const bin = fakeBin(random, BORN);
      const iban = fakeKzIban(random, '125');
      const pan = fakePan(random);
      const phone = fakeKzPhone(random);
      const written = [iin, bin, iban, groups(iban), pan, groups(pan), phone, formatPhone(phone)];
      written.push(
        `8 ${phone.slice(2, 5)} ${phone.slice(5)}`,
        `8(${phone.slice(2, 5)})${phone.slice(5)}`,
      );
      for (const one of written) {
        const masked = maskIdentifiers(`счёт ${one}, клиент просит`);
        expect(masked, one).toContain('•');
        expect(masked, one).not.toContain(one);
        expect(masked.replace(/\D/g, '').length, `${one} -> ${masked}`).toBeLessThanOrEqual(10);
        expect(masked.startsWith('счёт ') && masked.endsWith(', клиент просит')).toBe(true);
      }
    }
  });

  it.each([
    'в 12:30 24.11.2026',
    '2026-11-24T12:30:00Z',
    'сумма 1 250 000 ₸ за 3 дня',
    'alert:1234567',
    'qk_7_••••',
    'IP 192.0.2.17',
    '2001:db8:1:2::/64',
  ])('leave other words alone: %s', (text) => {
    expect(maskIdentifiers(text)).toBe(text);
  });

  it('are found at any depth, and characters that a database cannot keep go', () => {
    const iin = fakeIin(random, { bornAt: BORN, sex: 'male' });
    expect(
      maskDeep({ a: [{ b: `x${'\0'}\ud800` }, iin], n: 850512300123, t: true, z: null }),
    ).toEqual({
      a: [{ b: 'x\ufffd' }, `•••• •••• ${iin.slice(-4)}`],
      n: 850512300123,
      t: true,
      z: null,
    });
  });
});

describe('an entry', () => {
  it('becomes a draft of its actor’s institution', () => {
    expect(draftOf({ ...ENTRY, reason: 'ошибка', detail: { outcome: 'return' } })).toEqual({
      actor: 'aigul',
      actorKind: 'user',
      actorId: 7,
      institutionId: 2,
      action: 'hold.release',
      object: 'hold:17',
      reason: 'ошибка',
      detail: { outcome: 'return' },
    });
    expect(draftOf({ ...ENTRY, institutionId: 5 }).institutionId).toBe(5);
    expect(draftOf({ ...ENTRY, actor: SYSTEM }).institutionId).toBeNull();
  });

  it.each([
    { action: 'release' },
    { action: 'Hold.release' },
    { action: 'hold.release;drop' },
    { object: '17' },
    { object: 'hold:' },
    { object: 'hold:1 7' },
    { reason: 'я'.repeat(2001) },
    { detail: { text: 'x'.repeat(17_000) } },
    { detail: { n: Number.NaN } },
  ] as Partial<AuditEntry>[])('is refused when it is a defect: %#', (part) => {
    expect(problemOf({ ...ENTRY, ...part })).toBe('QRG_AUDIT_ENTRY');
  });
});

describe('an anchor', () => {
  it('reads back as it was printed', () => {
    const end = { seq: 1234, hash: Buffer.alloc(32, 0xa5) };
    expect(parseAnchor(` ${anchorText(end).toUpperCase()}\n`)).toEqual({ ok: true, value: end });
  });

  it.each(['', '1234', `1:${'0'.repeat(63)}`, `x:${'0'.repeat(64)}`])('is not %j', (text) => {
    expect(parseAnchor(text)).toMatchObject({ ok: false, problem: { code: 'QRG_AUDIT_ANCHOR' } });
  });
});
