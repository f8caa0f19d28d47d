import { beforeAll, expect, it } from 'vitest';
import type { Store } from './store.ts';
import { describeOnStores } from './test-stores.ts';

describeOnStores('a store', (open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  it('keeps what was written', async () => {
    await store.write((trx) =>
      trx
        .insertInto('institutions')
        .values({ code: 'A', name: 'Банк «Ә»', kind: 'bank', created_at: 1 })
        .execute(),
    );
    const again = await open();
    const rows = await again.read({ institutionId: 1, seesAll: false }, (trx) =>
      trx.selectFrom('institutions').select(['code', 'name', 'created_at']).execute(),
    );
    expect(rows).toEqual([{ code: 'A', name: 'Банк «Ә»', created_at: 1 }]);
  });
});
