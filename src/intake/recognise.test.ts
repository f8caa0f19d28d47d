import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMap } from './mapping.ts';
import { readAll, readText } from './read-for-test.ts';
import { recognise } from './recognise.ts';

const DAY = 86_400_000;
const ORIGIN = DAY - 5 * 3_600_000;

test('AMLSim: steps are days, labels are not looked at', async () => {
  const { source, transfers } = await readText(
    'TX_ID,SENDER_ACCOUNT_ID,RECEIVER_ACCOUNT_ID,TX_TYPE,TX_AMOUNT,TIMESTAMP,IS_FRAUD,ALERT_ID\n7,10,20,TRANSFER,508.82,3,True,99\n',
  );
  expect([source.schema, source.clock]).toEqual(['amlsim', 'day']);
  expect(transfers).toMatchObject([
    {
      id: '7',
      payer: '10',
      payee: '20',
      amountMinor: 50_882,
      channel: 'transfer',
      at: ORIGIN + 3 * DAY,
    },
  ]);
});

test('AMLSim after conversion: timestamps are calendar times', async () => {
  const { source, transfers } = await readText(
    'tran_id,orig_acct,bene_acct,tx_type,base_amt,tran_timestamp,is_sar,alert_id\n7,10,20,CASH_OUT,5,2017-01-01T00:00:00Z,True,9\n8,10,20,CASH_IN,5,2017-01-02T00:00:00Z,True,9\n',
  );
  expect([source.schema, source.clock]).toEqual(['amlsim-converted', 'day']);
  expect(transfers.map(({ at, channel }) => [at, channel])).toEqual([
    [Date.UTC(2017, 0, 1), 'cash_out'],
    [Date.UTC(2017, 0, 2), 'cash_in'],
  ]);
});

test('IBM AML: an account is bank and number; both titles of Account', async () => {
  const rows =
    '2022/09/01 00:20,010,8000EBD30,010,8000EBD30,3697.34,US Dollar,3697.34,US Dollar,Reinvestment,0\n2022/09/01 00:26,010,8000EBD30,011,8000EBD30,10,Euro,12.5,US Dollar,Cheque,1\n2022/09/01 00:27,1,A,2,B,1,Bitcoin,0.5,Bitcoin,Bitcoin,1\n';
  for (const second of ['Account', 'Account.1']) {
    const { source, transfers, rejects, accounts } = await readText(
      `Timestamp,From Bank,Account,To Bank,${second},Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering\n${rows}`,
    );
    expect([source.schema, source.clock, source.currency]).toEqual(['ibm-aml', 'exact', '']);
    expect(
      transfers.map(({ payer, payee, amountMinor, channel }) => [
        payer,
        payee,
        amountMinor,
        channel,
      ]),
    ).toEqual([
      ['010/8000EBD30', '011/8000EBD30', 1250, 'transfer'],
      ['1/A', '2/B', 50, 'exchange'],
    ]);
    expect(rejects.map(({ code }) => code)).toEqual(['QRG_ROW_SELF']);
    expect(accounts.facts.get(0)).toEqual({ bank: '010' });
  }
});

test('PaySim: steps are hours and tell no minute', async () => {
  const { source, transfers } = await readText(
    'step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n5,PAYMENT,9839.64,C1231006815,170136,160296.36,M1979787155,0,0,0,0\n5,CASH_OUT,181,C840083671,181,0,C38997010,21182,0,1,0\n',
  );
  expect([source.schema, source.clock]).toEqual(['paysim', 'day']);
  expect(transfers).toMatchObject([
    {
      payer: 'C1231006815',
      payee: 'M1979787155',
      amountMinor: 983_964,
      channel: 'purchase',
      at: ORIGIN + 5 * 3_600_000,
    },
    { channel: 'cash_out' },
  ]);
});

test('day sets: fractions keep the order, the clock is days unless told, source and sink are the outside', async () => {
  const text =
    'tx_id,t_days,src,dst,amount,src_bank,dst_bank,tx_type,is_laundering,typology,alert_id\n0,0.0,1262,-1,588.6232330257608,bank_a,sink,CASH,0,,-1\n1,0.000198,-2,1262,591,source,bank_a,CASH,0,,-1\n';
  const { source, transfers, accounts } = await readText(text);
  expect([source.schema, source.clock, source.rounded]).toEqual(['days', 'day', 1]);
  expect(transfers.map(({ channel }) => channel)).toEqual(['cash_out', 'cash_in']);
  expect(transfers[1]?.at).toBeGreaterThan(transfers[0]?.at ?? 0);
  expect([0, 1, 2].map((account) => accounts.facts.get(account))).toEqual([
    { bank: 'bank_a' },
    { hub: true },
    { hub: true },
  ]);
  expect((await readText(text, { clock: 'exact' })).source.clock).toBe('exact');
});

const SETS = '../shared/data/transfers';
test.skipIf(!existsSync(SETS)).each(['amlgentex-s1', 'amlsim-s0', 'amlsim-s1', 'tide-s42'])(
  'the set %s is read whole (skipped where ../shared/data is absent)',
  async (set) => {
    const { source, transfers, rejects } = await readAll(`${SETS}/${set}/transactions.csv.gz`, {
      thread: 'auto',
    });
    expect(source.schema).toBe('days');
    expect(transfers.length).toBeGreaterThan(420_000);
    expect(
      rejects.every(({ code }) => code === 'QRG_ROW_SELF' || code === 'QRG_ROW_AMOUNT_SIGN'),
    ).toBe(true);
    expect(rejects.length).toBeLessThan(50);
  },
);

test('titles by usual words; account titles come before who-titles; labels are never taken', () => {
  const found = recognise([
    'Sender',
    'Sender Account',
    'Receiver_Account',
    'Date',
    'AMOUNT',
    'is_fraud',
  ]);
  expect(found).toMatchObject({
    ok: true,
    value: { schema: 'words', columns: { payer: 1, payee: 2, at: 3, amount: 4, id: -1 } },
  });
});

test('--map: what it says wins, what it leaves out is recognised, an empty part takes a column away', () => {
  const map = parseMap('payer=src, payee=#4,id=');
  if (!map.ok) throw new Error(map.problem.code);
  const found = recognise(['id', 't', 'src', 'to', 'amount', 'timestamp'], map.value);
  expect(found).toMatchObject({
    ok: true,
    value: { columns: { id: -1, payer: 2, payee: 3, amount: 4, at: 5 } },
  });
});

test.each([
  ['payer', 'QRG_FILE_MAP'],
  ['payr=x', 'QRG_FILE_MAP'],
  ['payer=a,payer=b', 'QRG_FILE_MAP'],
])('--map %s is refused', (text, code) => {
  expect(parseMap(text)).toMatchObject({ ok: false, problem: { code } });
});

test.each([
  ['payer=nowhere', 'QRG_FILE_MAP_COLUMN'],
  ['payer=#9', 'QRG_FILE_MAP_COLUMN'],
  ['payer=#0', 'QRG_FILE_MAP_COLUMN'],
  ['payer=twice', 'QRG_FILE_COLUMN_AMBIGUOUS'],
])('--map %s names no column of the header', (text, code) => {
  const map = parseMap(text);
  if (!map.ok) throw new Error(map.problem.code);
  expect(recognise(['at', 'payee', 'amount', 'twice', 'twice'], map.value)).toMatchObject({
    ok: false,
    problem: { code },
  });
});
