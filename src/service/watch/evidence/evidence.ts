import type { EvidenceCheck } from '../../../watch/evidence/check.ts';
import type { Fetched } from '../../../watch/sources/fetched.ts';
import type { Configuration } from '../../configuration/settings.ts';
import { knownEvidenceKeys, openEvidenceKey } from './evidence-key.ts';
import { openScreenshots, type TakeScreenshot } from './screenshot.ts';
import { type Capture, type SealedPackage, sealCapture } from './seal-capture.ts';
import { timestampAuthority } from './timestamp-authority.ts';
import { verifyPackage } from './verify-package.ts';

/** Evidence as an installation is configured: with its key, its browser, its time-stamping service. */
export interface Evidence {
  /** Closes a capture, with a screenshot where a browser is configured. Throws QRG_EVIDENCE_BIG. */
  seal(wish: Omit<Capture, 'at' | 'exit' | 'screenshot'>): Promise<SealedPackage>;
  /** Checks a package against every key that ever signed here. */
  verify(bytes: Uint8Array): Promise<EvidenceCheck[]>;
}

/** @param now epoch ms. Throws QRG_EVIDENCE_KEY_FILE. */
export async function openEvidence(
  settings: Pick<Configuration, 'data' | 'timestampUrl' | 'browserPath' | 'networkExit'>,
  now: () => number,
): Promise<Evidence> {
  const { data, timestampUrl, browserPath, networkExit } = settings;
  const key = await openEvidenceKey(data);
  const authority = timestampUrl === undefined ? undefined : timestampAuthority(timestampUrl);
  const look = browserPath === undefined ? undefined : oncePerPage(openScreenshots(browserPath));
  return {
    async seal(wish) {
      const screenshot = await look?.(wish.fetched);
      return sealCapture({ ...wish, screenshot, exit: networkExit, at: now() }, key, authority);
    },
    verify: async (bytes) => verifyPackage(bytes, { keys: await knownEvidenceKeys(data) }),
  };
}

/** A page of a channel has twenty posts, each with a capture of its own; it looks the same in all of them. */
function oncePerPage(take: TakeScreenshot): (page: Fetched) => ReturnType<TakeScreenshot> {
  const taken = new WeakMap<Fetched, ReturnType<TakeScreenshot>>();
  return (page) => {
    const known = taken.get(page) ?? take(page);
    taken.set(page, known);
    return known;
  };
}
