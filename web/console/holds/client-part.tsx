import { type JSX, useState } from 'react';
import { LANGUAGES } from '../../../src/domain/language.ts';
import type { HoldDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { Icon } from '../pieces/icon.tsx';
import { useSettings } from '../settings.ts';
import { ClientCode, ClientWords } from './client-code.tsx';
import { useHoldTexts } from './texts.ts';

/** What the client must, may or may not hear, in words that are ready; and what stays open to them. */
export function ClientPart({ hold }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const format = useFormat();
  const { tell, kept, services } = hold;
  return (
    <section>
      <h2>{t('client')}</h2>
      <div className={`tell tell-${tell}`}>
        <Icon name={tell === 'may_not' ? 'lock' : 'check'} size={20} />
        <div>
          <b>{t(`tell.${tell}`)}</b>
          {tell === 'may_not' && <p>{t('tellMayNotAbout')}</p>}
        </div>
      </div>
      <div className="two-columns">
        <Notice hold={hold} />
        <div>
          <h3>{t('services')}</h3>
          <ul className="plain">
            {services.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
          {kept.minor > 0 && (
            <p>
              {t('kept', { sum: format.money(kept.minor) })}
              {kept.asked && ` (${t('keptAsked')})`}
            </p>
          )}
          <h3>{t('code')}</h3>
          <ClientCode hold={hold} />
        </div>
      </div>
      <ClientWords hold={hold} />
    </section>
  );
}

/** The text for the client, in the client's language: not always the reader's. */
function Notice({ hold: { notice } }: { hold: HoldDetail }): JSX.Element {
  const t = useHoldTexts();
  const [language, setLanguage] = useState(useSettings().language);
  return (
    <div>
      <div className="section-head notice-head">
        <h3>{t('notice')}</h3>
        <div className="languages" role="group" aria-label={t('notice')}>
          {LANGUAGES.map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === language}
              onClick={() => setLanguage(one)}
            >
              {{ ru: 'РУС', kk: 'ҚАЗ', en: 'ENG' }[one]}
            </button>
          ))}
        </div>
      </div>
      {notice.problem !== null ? (
        <p className="notice">{t('noticeProblem', { code: notice.problem })}</p>
      ) : (
        <p className="client-text" lang={language}>
          {notice.texts[language]}
        </p>
      )}
    </div>
  );
}
