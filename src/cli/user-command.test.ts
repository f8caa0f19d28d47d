import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { QorganError } from '../domain/errors/catalogue.ts';
import { openAccess } from '../service/access/access.ts';
import { createFirstAdmin } from '../service/access/first-run.ts';
import { setPasswordByLink } from '../service/access/password-change.ts';
import { signIn } from '../service/access/sign-in.ts';
import { visitorOf } from '../service/access/visitor.ts';
import { openAudit } from '../service/audit/audit.ts';
import { openStore } from '../store/store.ts';
import { describeOnStores } from '../store/test-stores.ts';
import { runAudit } from './audit-command.ts';
import { runUser } from './user-command.ts';

const PASSWORD = 'velvet otter canyon 47';
const PLACE = { address: '127.0.0.1' };

describeOnStores('qorgan user and qorgan audit', (_, place) => {
  let printed = '';

  beforeAll(async () => {
    // Makes the schema.
    await (await openStore(place.options())).close();
  });
  beforeEach(() => {
    const { dataDir, databaseUrl } = place.options();
    vi.stubEnv('QORGAN_DATA', dataDir);
    vi.stubEnv('QORGAN_DATABASE_URL', databaseUrl);
    vi.stubEnv('QORGAN_PUBLIC_URL', 'https://qorgan.example');
    printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  /** What a command prints. */
  const user = async (...args: string[]): Promise<string> => {
    printed = '';
    expect(await runUser(args, 'en')).toBe(0);
    return printed;
  };
  const code = async (...args: string[]): Promise<string> => {
    const error = await runUser(args, 'en').then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return error instanceof QorganError ? error.problem.code : String(error);
  };
  const withAccess = async <T>(work: (access: ReturnType<typeof openAccess>) => Promise<T>) => {
    const store = await openStore(place.options());
    try {
      return await work(openAccess({ store, audit: await openAudit({ store }) }));
    } finally {
      await store.close();
    }
  };
  const tokenIn = (text: string): string => /#([\w-]{43})\n/.exec(text)![1];

  it('lead from an empty store to people, keys and a record that holds', async () => {
    expect(await user('list')).toContain('no users yet');
    const first = await user('first-run');
    expect(first).toContain('https://qorgan.example/first-run#');
    const made = await withAccess((access) =>
      createFirstAdmin(access, {
        token: tokenIn(first),
        login: 'dinara',
        name: 'Динара',
        password: PASSWORD,
        ...PLACE,
      }),
    );
    expect(made.ok).toBe(true);
    expect(await code('first-run')).toBe('QRG_FIRST_RUN_OVER');

    await user('institution', 'add', 'bank-a', '--name', 'Bank A', '--kind', 'bank');
    expect(await user('institution', 'list')).toMatch(/operator\t.*sees all\nbank-a\tbank\tBank A/);
    const added = await user(
      ...['add', 'nurlan', '--name', 'Нұрлан', '--institution', 'bank-a'],
      ...['--role', 'analyst', '--role', 'supervisor'],
    );
    expect(added).toContain('https://qorgan.example/set-password#');
    expect(await user('list')).toMatch(
      /nurlan\tbank-a\tanalyst,supervisor\tНұрлан\tno password yet, no code app/,
    );
    await withAccess((access) =>
      setPasswordByLink(access, { token: tokenIn(added), password: PASSWORD, ...PLACE }),
    );
    await user('revoke', 'nurlan', 'supervisor');
    await user('grant', 'nurlan', 'liaison');
    expect(await user('list')).toContain('nurlan\tbank-a\tanalyst,liaison\tНұрлан\tno code app\n');
    const enter = () =>
      withAccess((access) => signIn(access, { login: 'nurlan', password: PASSWORD, ...PLACE }));
    expect((await enter()).ok).toBe(true);
    await user('disable', 'nurlan');
    expect(await user('list')).toContain('disabled');
    expect((await enter()).ok).toBe(false);
    await user('enable', 'nurlan');
    await user('reset-totp', 'nurlan');
    expect(await user('reset-password', 'nurlan')).toContain('set-password#');
    expect((await enter()).ok).toBe(false);
    expect(await code('disable', 'dinara')).toBe('QRG_LAST_ADMIN');
  });

  it('make a key that opens until it is revoked', async () => {
    const text = await user(
      ...['key', 'add', 'payments', '--institution', 'bank-a'],
      ...['--scope', 'decisions:write', '--days', '30'],
    );
    const [key] = /qk_\d+_\w+/.exec(text)!;
    const visit = () =>
      withAccess((access) =>
        visitorOf(access, {
          ...{ method: 'POST', secure: true, cookies: {}, ...PLACE },
          headers: { authorization: `Bearer ${key}` },
        }),
      );
    expect(await visit()).toMatchObject({ ok: true, value: { principal: { name: 'payments' } } });
    const [, id] = key.split('_');
    expect(await user('key', 'list')).toMatch(
      new RegExp(`^qk_${id}_••••\tbank-a\tpayments\tdecisions:write\tuntil .*\tlast used`),
    );
    await user('key', 'revoke', id);
    expect(await user('key', 'list')).toContain('revoked');
    expect(await visit()).toMatchObject({ problem: { code: 'QRG_KEY_REFUSED' } });
  });

  it.each([
    [[], 'QRG_USAGE'],
    [['dance'], 'QRG_USAGE'],
    [['toString'], 'QRG_USAGE'],
    [['add'], 'QRG_USAGE'],
    [['add', 'x.y.z', '--institution', 'bank-a'], 'QRG_USAGE'],
    [['disable'], 'QRG_USAGE'],
    [['disable', 'nobody'], 'QRG_USER_UNKNOWN'],
    [['grant', 'dinara', 'root'], 'QRG_ROLE_UNKNOWN'],
    [['grant', 'dinara'], 'QRG_ROLE_UNKNOWN'],
    [['institution', 'add', 'x-bank', '--name', 'X', '--kind', 'shop'], 'QRG_INSTITUTION_KIND'],
    [['institution', 'drop'], 'QRG_USAGE'],
    [['key', 'add', 'x', '--institution', 'bank-a'], 'QRG_SCOPE_UNKNOWN'],
    [['key', 'revoke', '99999'], 'QRG_KEY_UNKNOWN'],
    [['key', 'revoke', 'x'], 'QRG_USAGE'],
    [['list', '--wrong'], 'QRG_USAGE'],
  ])('refuse %j with %s', async (args, expected) => {
    expect(await code(...args)).toBe(expected);
  });

  it('verify the record, and end with 1 when it is broken', async () => {
    const verify = async (...args: string[]) => {
      printed = '';
      const exit = await runAudit(['verify', ...args], 'en');
      return [exit, printed] as const;
    };
    const [exit, whole] = await verify();
    expect(exit).toBe(0);
    const anchor = /\n(\d+:[0-9a-f]{64})\n$/.exec(whole)![1];
    expect((await verify('--anchor', anchor))[0]).toBe(0);
    const other = anchor.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const [disagrees, said] = await verify('--anchor', other);
    expect(disagrees).toBe(1);
    expect(said).toContain('does not agree with the anchor');
    const store = await openStore(place.options());
    await store.pool.query('ALTER TABLE audit DISABLE TRIGGER USER');
    await store.pool.query(`UPDATE audit SET actor = 'nobody' WHERE seq = 3`);
    await store.close();
    expect(await verify()).toEqual([
      1,
      'The record of acts breaks at entry 3: an entry was altered. Whole before it: 2\n',
    ]);
    for (const args of [[], ['check'], ['verify', 'x'], ['verify', '--anchor', 'x']])
      await expect(runAudit(args, 'en')).rejects.toBeInstanceOf(QorganError);
  });
});
