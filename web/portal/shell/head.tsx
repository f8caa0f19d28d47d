import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../../src/domain/language.ts';
import { Icon } from '../pieces/icon.tsx';
import { href } from '../router.ts';
import { useSay } from '../say.ts';
import { change, onSettings, settings, THEMES, type Theme } from '../settings.ts';
import { SHELL } from './texts.ts';

const NAMES: Readonly<Record<Language, string>> = { ru: 'Русский', kk: 'Қазақша', en: 'English' };
const SHORT: Readonly<Record<Language, string>> = { ru: 'RU', kk: 'ҚАЗ', en: 'EN' };

export function Head() {
  const say = useSay();
  const { language } = useSettings();
  return (
    <header class="head">
      <a class="brand" href={href()} aria-label={say(SHELL.home)}>
        <svg class="mark" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
          <path d="M2 21V6h4v3h4V6h4v3h4V6h4v15h-7v-5a3 3 0 0 0-6 0v5z" />
        </svg>
        <span>Qorgan</span>
      </a>
      <fieldset class="languages">
        <legend class="unseen">{say(SHELL.language)}</legend>
        {LANGUAGES.map((one) => (
          <button
            type="button"
            key={one}
            lang={one}
            aria-pressed={one === language}
            aria-label={`${SHORT[one]}, ${NAMES[one]}`}
            onClick={() => change({ language: one })}
          >
            {SHORT[one]}
          </button>
        ))}
      </fieldset>
      <ThemeButton />
    </header>
  );
}

const THEME_WORDS = {
  auto: SHELL.themeAuto,
  light: SHELL.themeLight,
  dark: SHELL.themeDark,
} as const;
const THEME_ICONS = { auto: 'half', light: 'sun', dark: 'moon' } as const;

function ThemeButton() {
  const say = useSay();
  const { theme } = useSettings();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] as Theme;
  const words = say(THEME_WORDS[theme]);
  return (
    <button
      type="button"
      class="bare"
      aria-label={words}
      title={words}
      onClick={() => change({ theme: next })}
    >
      <Icon name={THEME_ICONS[theme]} />
    </button>
  );
}

function useSettings() {
  const [now, setNow] = useState(settings());
  useEffect(() => onSettings(() => setNow(settings())), []);
  return now;
}
