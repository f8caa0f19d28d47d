import type { JSX } from 'react';
import { Icon } from '../pieces/icon.tsx';
import { useAlertTexts } from './texts.ts';

/** Says quietly that there is more; nothing moves until somebody asks for it. */
export function FreshBar({
  count,
  mayBeOld,
  onShow,
}: {
  count: number;
  mayBeOld: boolean;
  onShow: () => void;
}): JSX.Element {
  const t = useAlertTexts();
  const show = (): void => {
    onShow();
    scrollTo({ top: 0 });
  };
  return (
    <div className="fresh-place" role="status">
      {(count > 0 || mayBeOld) && (
        <button type="button" className="fresh-bar" onClick={show}>
          <Icon name="up" />
          <b>{count > 0 ? t('fresh', { n: count }) : t('mayBeOld')}</b>
          <span>
            {t('freshAct')} <kbd>r</kbd>
          </span>
        </button>
      )}
    </div>
  );
}
