import type { JSX } from 'react';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { Icon } from '../pieces/icon.tsx';
import { changeSettings, THEMES, useSettings } from '../settings.ts';
import { useShellTexts } from './texts.ts';

const LANGUAGE_NAMES = { ru: 'Русский', kk: 'Қазақша', en: 'English' } as const;
const SHORT = { ru: 'РУС', kk: 'ҚАЗ', en: 'ENG' } as const;
const THEME_ICONS = { auto: 'half', light: 'sun', dark: 'moon' } as const;

/** How one wants to read: light or dark, and the language. */
export function Looks(): JSX.Element {
  const t = useShellTexts();
  const { language, theme } = useSettings();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  const label = `${t('theme')}: ${t(theme)}`;
  return (
    <div className="frame-tools">
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        title={label}
        data-tool="theme"
        onClick={() => changeSettings({ theme: next })}
      >
        <Icon name={THEME_ICONS[theme]} />
      </button>
      <div className="languages" role="group" aria-label={t('language')}>
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            title={LANGUAGE_NAMES[one]}
            aria-pressed={one === language}
            data-language={one}
            onClick={() => changeSettings({ language: one })}
          >
            {SHORT[one]}
          </button>
        ))}
      </div>
    </div>
  );
}
