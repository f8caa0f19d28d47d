import type { Store } from '../../../store/store.ts';
import { addressGroup } from '../../access/address-group.ts';
import { RateLimiter } from '../../access/token-bucket.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Proofs } from '../../portal/proofs/proofs.ts';
import type { Watch } from '../watch.ts';
import { PictureProcess } from './pictures/picture-process.ts';

/** Where anybody reports, and hears how it goes on. */
export interface ReportDesk {
  readonly store: Store;
  readonly audit: Audit;
  readonly watch: Watch;
  readonly proofs: Proofs;
  /** Makes pictures anew, in a process of its own. */
  readonly pictures: Pick<PictureProcess, 'makeAnew' | 'rest'>;
  readonly rates: {
    /** Reports with a proof: of one address, of one customer's whole network, and of all together. */
    readonly proved: RateLimiter;
    readonly provedNetwork: RateLimiter;
    readonly provedAll: RateLimiter;
    /** Answers and pictures of one address. */
    readonly add: RateLimiter;
    /** Bytes of pictures that are kept: of one customer's whole network, and of all together. */
    readonly pictureBytes: RateLimiter;
    readonly pictureBytesAll: RateLimiter;
  };
  readonly now: () => number;
}

const PROVED_RATE = { perSecond: 1 / 20, burst: 10 };
const PROVED_NETWORK_RATE = { perSecond: 1 / 5, burst: 40 };
const PROVED_ALL_RATE = { perSecond: 5, burst: 300 };
const ADD_RATE = { perSecond: 1 / 10, burst: 12 };
const MB = 2 ** 20;
/** A hundred screenshots at once and some hundreds a day; all together two gigabytes a day at the most. */
const PICTURE_BYTES_RATE = { perSecond: 1_000, burst: 20 * MB };
const PICTURE_BYTES_ALL_RATE = { perSecond: 20_000, burst: 300 * MB };

export const openReportDesk = (
  given: Pick<ReportDesk, 'store' | 'audit' | 'watch' | 'proofs' | 'now'>,
): ReportDesk => ({
  ...given,
  pictures: new PictureProcess(),
  rates: {
    proved: new RateLimiter(PROVED_RATE),
    provedNetwork: new RateLimiter(PROVED_NETWORK_RATE),
    provedAll: new RateLimiter(PROVED_ALL_RATE),
    add: new RateLimiter(ADD_RATE),
    pictureBytes: new RateLimiter(PICTURE_BYTES_RATE),
    pictureBytesAll: new RateLimiter(PICTURE_BYTES_ALL_RATE),
  },
});

/** From where somebody reports, so that it can be compared and not read. */
export const originHash = ({ vault }: Pick<Store, 'vault'>, address: string): Buffer =>
  vault.hash('ip', `report ${addressGroup(address)}`);
