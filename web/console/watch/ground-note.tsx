import type { JSX } from 'react';
import type { TakedownDetail } from '../api.ts';
import { useTakedownTexts } from './texts.ts';

type Ground = TakedownDetail['ground'];

/** What a request stands on, in own words, and whether anybody has compared it with the law. */
export function GroundNote({ ground }: { ground: Ground }): JSX.Element {
  return (
    <div className="source-note">
      <p>
        <b>
          {ground.act}, {ground.article}
        </b>
      </p>
      <p>{ground.text}</p>
      <p className="muted">{ground.source}</p>
      <Verified verified={ground.verified} />
    </div>
  );
}

export function Verified({ verified }: { verified: Ground['verified'] }): JSX.Element {
  const t = useTakedownTexts();
  return verified === 'no' ? (
    <p className="due">{t('unverified')}</p>
  ) : (
    <p className="muted">{t('verifiedBy', verified)}</p>
  );
}
