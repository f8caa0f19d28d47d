import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../store/store.ts';
import { describeOnStores } from '../../store/test-stores.ts';
import { anchorText, parseAnchor } from './anchor.ts';
import { type Audit, openAudit } from './audit.ts';
import { type ChainEnd, EMPTY_CHAIN, linkHash, linkTo } from './chain.ts';
import { type AuditEntry, SYSTEM } from './entry.ts';
import { sealHead } from './head.ts';
import { listAudit } from './list.ts';
import { pageAfter } from './read-links.ts';
import { verifyAudit } from './verify.ts';

const AT = Date.UTC(2026, 10, 26);

const entry = (n: number, part: Partial<AuditEntry> = {}): AuditEntry => ({
  actor: { kind: 'user', id: 7, name: 'aigul', institutionId: 0 },
  action: 'alert.close',
  object: `alert:${n}`,
  reason: `причина ${n}`,
  detail: { n, outcome: 'false', list: [1, 2.5, 1e-7, null], deep: { я: true, a: -0 } },
  ...part,
});

/** What somebody does who owns the database, and whom triggers do not hold. */
const asOwner = (store: Store, ...statements: string[]): Promise<void> =>
  store.write(async (trx) => {
    for (const table of ['audit', 'audit_head'])
      await sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER USER`).execute(trx);
    for (const statement of statements) await sql.raw(statement).execute(trx);
    for (const table of ['audit', 'audit_head'])
      await sql.raw(`ALTER TABLE ${table} ENABLE TRIGGER USER`).execute(trx);
  });

const broken = async (store: Store, anchor?: ChainEnd) => {
  const verdict = await verifyAudit(store, { anchor });
  return verdict.broken === undefined ? 'whole' : [verdict.broken.seq, verdict.broken.breach];
};

const hex = (bytes: Buffer): string => `'\\x${bytes.toString('hex')}'::bytea`;

describeOnStores('the record of acts', (open, place) => {
  let store: Store;
  let audit: Audit;

  beforeAll(async () => {
    store = await open();
    audit = await openAudit({ store, now: () => AT });
  });

  it('is whole when nothing was ever done', async () => {
    const fresh = await openStore(await place.freshOptions());
    try {
      expect(await broken(fresh)).toBe('whole');
      const book = await openAudit({ store: fresh });
      expect(await broken(fresh)).toBe('whole');
      expect(await book.append(entry(1))).toBe(1);
      expect(await broken(fresh)).toBe('whole');
    } finally {
      await fresh.close();
    }
  });

  it('numbers entries one by one and gives them back as they were', async () => {
    const first = await audit.append(entry(1));
    const second = await audit.append(entry(2, { actor: SYSTEM, reason: undefined }));
    expect(second).toBe(first + 1);
    const { items } = await listAudit(store, { institutionId: 0, seesAll: true }, { limit: 2 });
    expect(items).toMatchObject([
      { seq: second, at: AT, actor: 'qorgan', actorKind: 'system', reason: null },
      { seq: first, actor: 'aigul', object: 'alert:1', reason: 'причина 1', detail: { n: 1 } },
    ]);
    expect(await broken(store)).toBe('whole');
  });

  it('keeps one chain when two hundred append at once, from two processes', async () => {
    const other = await openAudit({ store: await open(), now: () => AT });
    const before = (await verifyAudit(store)).end.seq;
    const writers = [audit, other];
    const seqs = await Promise.all(
      Array.from({ length: 200 }, (_, i) => writers[i % 2].append(entry(i))),
    );
    expect([...seqs].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, i) => before + 1 + i),
    );
    // One process's entries keep the order they were given in.
    for (const own of [0, 1]) {
      const mine = seqs.filter((_, i) => i % 2 === own);
      expect(mine).toEqual([...mine].sort((a, b) => a - b));
    }
    expect(await verifyAudit(store)).toMatchObject({ end: { seq: before + 200 } });
    expect(await broken(store)).toBe('whole');
  });

  it('writes what waits together in few transactions', async () => {
    const before = (await verifyAudit(store)).end.seq;
    await Promise.all(Array.from({ length: 1_000 }, (_, i) => audit.append(entry(i))));
    const { n } = await store.db
      .selectFrom('audit')
      .select(sql<number>`count(DISTINCT xmin::text)`.as('n'))
      .where('seq', '>', before)
      .executeTakeFirstOrThrow();
    // The first goes alone, then 256 at a time.
    expect(n).toBeLessThanOrEqual(5);
    expect(await broken(store)).toBe('whole');
  });

  it('refuses past its bound, and the refused leave no trace', async () => {
    const before = (await verifyAudit(store)).end.seq;
    const all = await Promise.allSettled(
      Array.from({ length: 5_000 }, (_, i) => audit.append(entry(i))),
    );
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(5_000 - 4_096 - 1);
    expect(refused[0]).toMatchObject({ reason: { problem: { code: 'QRG_AUDIT_BUSY' } } });
    expect((await verifyAudit(store)).end.seq).toBe(before + 4_097);
  });

  it('stands or falls with the act it is about', async () => {
    const act = (fails: boolean) =>
      store.write(async (trx) => {
        await trx
          .insertInto('institutions')
          .values({ code: 'acted', name: 'Acted', kind: 'bank', created_at: AT })
          .execute();
        await audit.appendIn(trx, entry(1), entry(2));
        if (fails) throw new Error('changed my mind');
      });
    const before = (await verifyAudit(store)).end;
    await expect(act(true)).rejects.toThrow('changed my mind');
    expect((await verifyAudit(store)).end).toEqual(before);
    await act(false);
    expect((await verifyAudit(store)).end.seq).toBe(before.seq + 2);
  });

  it('refuses an entry that is a defect without harm to those beside it', async () => {
    const all = await Promise.allSettled([
      audit.append(entry(1)),
      audit.append(entry(2, { action: 'nonsense' })),
      audit.append(entry(3)),
    ]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await broken(store)).toBe('whole');
  });

  it('shows an auditor their institution, page by page, and nothing of another', async () => {
    const [one, two] = await store.write(async (trx) =>
      trx
        .insertInto('institutions')
        .values([
          { code: 'read-a', name: 'A', kind: 'bank', created_at: AT },
          { code: 'read-b', name: 'B', kind: 'bank', created_at: AT },
        ])
        .returning('institution_id')
        .execute(),
    );
    const [a, b] = [one.institution_id, two.institution_id];
    for (let i = 0; i < 7; i++)
      await audit.append(entry(i, { institutionId: i % 2 === 0 ? a : b }));
    const scope = { institutionId: a, seesAll: false };
    const first = await listAudit(store, scope, { limit: 3 });
    expect(first.items).toHaveLength(3);
    const rest = await listAudit(store, scope, { limit: 3, before: first.next! });
    expect(rest.items).toHaveLength(1);
    expect(rest.next).toBeNull();
    for (const item of [...first.items, ...rest.items]) expect(item.institutionId).toBe(a);
    const found = await listAudit(store, scope, {
      limit: 9,
      object: 'alert:2',
      actor: 'aigul',
      action: 'alert.close',
      from: AT,
      to: AT + 1,
    });
    expect(found.items).toHaveLength(1);
    for (const miss of [{ object: 'alert:1' }, { actor: 'x' }, { from: AT + 1 }, { to: AT }])
      expect((await listAudit(store, scope, { limit: 9, ...miss })).items).toEqual([]);
  });

  it('cannot be changed by a mistake', async () => {
    for (const statement of [
      `UPDATE audit SET reason = 'x' WHERE seq = 1`,
      'DELETE FROM audit WHERE seq = 1',
      'TRUNCATE audit',
      'DELETE FROM audit_head',
      'TRUNCATE audit_head',
    ])
      await expect(store.write((trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
        'append-only',
      );
  });

  describe('tampered with', () => {
    let tampered: Store;
    let end: ChainEnd;
    const LENGTH = 2_500;

    beforeAll(async () => {
      tampered = await openStore(await place.freshOptions());
      const book = await openAudit({ store: tampered, now: () => AT });
      await Promise.all(Array.from({ length: LENGTH }, (_, i) => book.append(entry(i + 1))));
      await asOwner(
        tampered,
        `INSERT INTO institutions (code, name, kind, created_at) VALUES ('a', 'A', 'bank', 0)`,
        `INSERT INTO users (institution_id, login, name, roles, created_at) VALUES (1, 'aigul', 'A', '{analyst}', 0)`,
        'CREATE TABLE audit_then AS TABLE audit',
        'CREATE TABLE head_then AS TABLE audit_head',
      );
      end = (await verifyAudit(tampered)).end;
      return () => tampered.close();
    });

    beforeEach(() =>
      asOwner(
        tampered,
        'DELETE FROM audit',
        'INSERT INTO audit SELECT * FROM audit_then',
        'DELETE FROM audit_head',
        'INSERT INTO audit_head SELECT * FROM head_then',
      ),
    );

    it.each([
      [
        'one byte of a reason',
        `UPDATE audit SET reason = reason || 'x' WHERE seq = 1500`,
        'altered',
      ],
      ['the actor', `UPDATE audit SET actor = 'dana' WHERE seq = 1500`, 'altered'],
      ['the time', 'UPDATE audit SET at = at + 1 WHERE seq = 1500', 'altered'],
      [
        'a number in the detail',
        `UPDATE audit SET detail = jsonb_set(detail, '{n}', '7') WHERE seq = 1500`,
        'altered',
      ],
      [
        'a byte of the hash',
        'UPDATE audit SET hash = set_byte(hash, 31, get_byte(hash, 31) # 1) WHERE seq = 1500',
        'altered',
      ],
      [
        'a byte of the hash before',
        'UPDATE audit SET prev = set_byte(prev, 0, get_byte(prev, 0) # 1) WHERE seq = 1500',
        'unlinked',
      ],
      ['the detail away', `UPDATE audit SET detail = '{}' WHERE seq = 1500`, 'altered'],
      ['a row away', 'DELETE FROM audit WHERE seq = 1500', 'removed'],
      ['a range away', 'DELETE FROM audit WHERE seq BETWEEN 1500 AND 1700', 'removed'],
    ])('%s: the entry is named', async (_, statement, breach) => {
      await asOwner(tampered, statement);
      expect(await broken(tampered)).toEqual([1500, breach]);
      expect((await verifyAudit(tampered)).end.seq).toBe(1499);
    });

    it('two rows swapped: the first of them is named', async () => {
      await asOwner(
        tampered,
        `UPDATE audit SET seq = CASE seq WHEN 1500 THEN 100001 ELSE 100000 END WHERE seq IN (1500, 1501)`,
        'UPDATE audit SET seq = seq - 98500 WHERE seq >= 100000',
      );
      expect(await broken(tampered)).toEqual([1500, 'unlinked']);
    });

    it('the first row, and one put before it', async () => {
      await asOwner(tampered, 'DELETE FROM audit WHERE seq = 1');
      expect(await broken(tampered)).toEqual([1, 'removed']);
    });

    it.each([1, 1_500])('the tail cut by %i rows', async (rows) => {
      await asOwner(tampered, `DELETE FROM audit WHERE seq > ${LENGTH - rows}`);
      expect(await broken(tampered)).toEqual([LENGTH - rows + 1, 'cut']);
    });

    it('everything gone, with its head or without', async () => {
      await asOwner(tampered, 'DELETE FROM audit');
      expect(await broken(tampered)).toEqual([1, 'cut']);
      await asOwner(tampered, 'DELETE FROM audit_head');
      expect(await broken(tampered)).toEqual([0, 'head']);
    });

    it('a row added without the key', async () => {
      const { link } = linkTo(end, {
        at: AT,
        actor: 'x',
        actorKind: 'user',
        actorId: 1,
        institutionId: null,
        action: 'a.b',
        object: 'a:1',
        reason: null,
        detail: {},
      });
      await asOwner(
        tampered,
        `INSERT INTO audit SELECT ${link.seq}, ${AT}, 'x', 'user', 1, NULL, 'a.b', 'a:1', NULL, '{}', ${hex(link.prev)}, ${hex(link.hash)}`,
      );
      expect(await broken(tampered)).toEqual([LENGTH + 1, 'added']);
    });

    /** Changes one entry and computes every hash after it anew, as anyone can who has the database. */
    const rewriteFrom = async (seq: number): Promise<ChainEnd> => {
      await asOwner(tampered, `UPDATE audit SET reason = 'nothing happened' WHERE seq = ${seq}`);
      const links = await tampered.write(async (trx) => [
        ...(await pageAfter(trx, seq - 2)),
        ...(await pageAfter(trx, seq + 998)),
      ]);
      let prev = links[0].hash;
      const statements = links.slice(1).map((link) => {
        const hash = linkHash(prev, link);
        const statement = `UPDATE audit SET prev = ${hex(prev)}, hash = ${hex(hash)} WHERE seq = ${link.seq}`;
        prev = hash;
        return statement;
      });
      await asOwner(tampered, ...statements);
      return { seq: links[links.length - 1].seq, hash: prev };
    };

    it('the chain computed anew: the sealed head says so', async () => {
      const { seq } = await rewriteFrom(2_400);
      expect(seq).toBe(LENGTH);
      expect(await broken(tampered)).toEqual([LENGTH, 'rewritten']);
    });

    it('a head that was sealed by another vault, or by hand', async () => {
      const head = (sealed: Buffer) =>
        asOwner(tampered, `UPDATE audit_head SET sealed = ${hex(sealed)}`);
      await head(sealHead(store.vault, end));
      expect(await broken(tampered)).toEqual([0, 'head']);
      await head(Buffer.from('2500'));
      expect(await broken(tampered)).toEqual([0, 'head']);
      // Sealed by the right vault, and no head.
      await head(tampered.vault.seal('2500'));
      expect(await broken(tampered)).toEqual([0, 'head']);
    });

    it('nothing is added to a record whose head is gone or forged', async () => {
      const book = await openAudit({ store: tampered, now: () => AT });
      for (const statement of [
        'DELETE FROM audit_head',
        `UPDATE audit_head SET sealed = ${hex(sealHead(store.vault, EMPTY_CHAIN))}`,
      ]) {
        await asOwner(tampered, statement);
        // Opening it again makes no new head either.
        await openAudit({ store: tampered });
        await expect(book.append(entry(1))).rejects.toMatchObject({
          problem: { code: 'QRG_AUDIT_BROKEN' },
        });
        await asOwner(
          tampered,
          'DELETE FROM audit_head',
          'INSERT INTO audit_head SELECT * FROM head_then',
        );
      }
    });

    it('an older record put back with its own head: only an anchor shows it', async () => {
      const book = await openAudit({ store: tampered, now: () => AT });
      for (let i = 0; i < 3; i++) await book.append(entry(i));
      const { end: later } = await verifyAudit(tampered);
      const anchor = parseAnchor(anchorText(later));
      if (!anchor.ok) throw new Error('anchor');
      expect(await broken(tampered, anchor.value)).toBe('whole');
      await asOwner(
        tampered,
        `DELETE FROM audit WHERE seq > ${LENGTH}`,
        'DELETE FROM audit_head',
        'INSERT INTO audit_head SELECT * FROM head_then',
      );
      expect(await broken(tampered)).toBe('whole');
      expect(await broken(tampered, anchor.value)).toEqual([LENGTH + 1, 'cut']);
    });

    it('everything forged with the master key: only an anchor shows it', async () => {
      const forged = await rewriteFrom(2_400);
      await asOwner(
        tampered,
        `UPDATE audit_head SET sealed = ${hex(sealHead(tampered.vault, forged))}`,
      );
      expect(await broken(tampered)).toBe('whole');
      expect(await broken(tampered, end)).toEqual([LENGTH, 'anchor']);
    });
  });
});
