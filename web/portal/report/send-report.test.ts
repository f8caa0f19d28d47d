import { beforeEach, expect, test, vi } from 'vitest';
import { sendReport } from './send-report.ts';

const tell = vi.hoisted(() => vi.fn());
const proveFor = vi.hoisted(() => vi.fn());
vi.mock('../api.ts', () => ({
  api: () => ({ reports: { tell } }),
  QorganProblem: class extends Error {
    code: string;
    constructor(code: string) {
      super(code);
      this.code = code;
    }
  },
}));
vi.mock('../proof/prove-for.ts', () => ({ proveFor }));

const BODY = { story: 'offer', text: 'words' } as const;
const STEPS = { signal: new AbortController().signal, onProof: () => {} };

const problem = async (code: string) => {
  const { QorganProblem } = await import('../api.ts');
  return new (QorganProblem as unknown as new (code: string) => Error)(code);
};

beforeEach(() => {
  tell.mockReset();
  proveFor.mockReset().mockResolvedValue({ text: 'task', nonce: '7' });
});

test('a report whose answer was lost after the work is sent again to the letter, and hears its code', async () => {
  const needed = await problem('QRG_PROOF_NEEDED');
  tell.mockRejectedValueOnce(needed).mockRejectedValueOnce(new TypeError('network'));
  await expect(sendReport(BODY, 'one', STEPS)).rejects.toThrow('network');
  tell.mockResolvedValueOnce({ receipt: 'code' });
  expect(await sendReport(BODY, 'one', STEPS)).toBe('code');
  expect(tell.mock.calls[2]).toEqual(tell.mock.calls[1]);
  expect(proveFor).toHaveBeenCalledTimes(1);
});

test('work that is too old by then is done anew', async () => {
  tell.mockRejectedValueOnce(await problem('QRG_PROOF_NEEDED'));
  tell.mockRejectedValueOnce(new TypeError('network'));
  await expect(sendReport(BODY, 'two', STEPS)).rejects.toThrow('network');
  tell.mockRejectedValueOnce(await problem('QRG_PROOF_OLD'));
  tell.mockResolvedValueOnce({ receipt: 'code' });
  expect(await sendReport(BODY, 'two', STEPS)).toBe('code');
  expect(proveFor).toHaveBeenCalledTimes(2);
});
