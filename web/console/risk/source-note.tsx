import type { JSX } from 'react';
import type { RiskSource } from '../api.ts';
import { useFormat } from '../format.ts';
import { useRiskTexts } from './texts.ts';

/** How well a parameter is founded, in one word, and whether somebody has compared it with the text. */
export function SourceMark({ source }: { source: RiskSource }): JSX.Element {
  const t = useRiskTexts();
  return (
    <span className={`tag mark-${source.mark}`} title={t(`markAbout.${source.mark}`)}>
      {t(`mark.${source.mark}`)}
    </span>
  );
}

/** All that is known of where a parameter comes from; an own rule has no text to be compared with. Sources are told as they were written: in English. */
export function SourceNote({ source }: { source: RiskSource }): JSX.Element {
  const t = useRiskTexts();
  const format = useFormat();
  const day = (text: string): string => format.date(Date.parse(text));
  const { verified } = source;
  return (
    <div className="source-note">
      <p>
        <span lang="en">{source.source}</span>
      </p>
      <p className="muted">
        {t(`markAbout.${source.mark}`)} · {t('sourceOf', { date: day(source.date) })} ·{' '}
        {t('validFrom', { day: day(source.validFrom) })}
        {source.mark !== 'house' && (
          <>
            <br />
            {verified === null
              ? t('notVerified')
              : t('verified', { by: verified.by, on: day(verified.on) })}
          </>
        )}
      </p>
      {source.note !== null && (
        <p className="muted" lang="en">
          {source.note}
        </p>
      )}
    </div>
  );
}
