import { describe, expect, it } from 'vitest';
import { checkPassword, PASSWORD_LEAST, PASSWORD_MOST } from './password-policy.ts';

const OWNER = { login: 'aigul.serikova', name: 'Айгүл Серікова' };
const codeOf = (password: string): string => {
  const result = checkPassword(password, OWNER);
  return result.ok ? 'ok' : result.problem.code;
};

describe('a new password', () => {
  it.each([
    'correct horse battery staple',
    'дала жел кітап терезе',
    'жёлтый чайник у окна',
    'tX9#vQ2$mL7p',
    'үш бөлке нан, екі шай',
    'velvet-otter-47-canyon',
  ])('may be: %s', (password) => {
    expect(codeOf(password)).toBe('ok');
  });

  it.each([
    'aaaaaaaaaaaa',
    'abababababab',
    'abcabcabcabcabc',
    '123456789012',
    '1234567890123456',
    'qwertyuiop12',
    'qwerty123456',
    'йцукенгшщзхъ',
    'абвгдеёжзийк',
    'zyxwvutsrqpo',
    '1qaz2wsx3edc',
    'password1234',
    'P@ssw0rd2026',
    'Passw0rd!!!!',
    'пароль123456',
    'ПарольПароль',
    'Құпиясөз2026',
    'gfhjkm123456',
    'admin2026admin',
    'Qazaqstan2026',
    'казахстан1991',
    'Welcome12345',
    'summer2026!!',
    'letmeinletmein1',
  ])('is refused when everybody tries it: %s', (password) => {
    expect(codeOf(password)).toBe('QRG_PASSWORD_EASY');
  });

  it.each([
    'aigul.serikova-1',
    'xx SERIKOVA 77 yy',
    'мой Серікова замок',
    'тихий айгүл вечер',
    'qorgan и три кота',
    'a1gul 7 otters run',
  ])('is refused when it holds the own name: %s', (password) => {
    expect(codeOf(password)).toBe('QRG_PASSWORD_OWN_NAME');
  });

  it('is counted in characters, as they are after normalisation', () => {
    const word = 'тұзды бұлт 7';
    expect([...word]).toHaveLength(PASSWORD_LEAST);
    expect(codeOf(word)).toBe('ok');
    expect(codeOf(word.slice(1))).toBe('QRG_PASSWORD_LENGTH');
    // Six letters and six combining marks are six characters.
    expect(codeOf('й'.normalize('NFD').repeat(6))).toBe('QRG_PASSWORD_LENGTH');
    const long = Array.from({ length: PASSWORD_MOST }, (_, i) => 'тюльпан ждёт'[(i * 7) % 12]).join(
      '',
    );
    expect(codeOf(`${long.slice(1)}ж`)).not.toBe('QRG_PASSWORD_LENGTH');
    expect(codeOf(`${long}ж`)).toBe('QRG_PASSWORD_LENGTH');
  });

  it('comes back as it will be hashed', () => {
    const decomposed = 'жёлтый чайник у окна'.normalize('NFD');
    expect(checkPassword(decomposed, OWNER)).toEqual({
      ok: true,
      value: decomposed.normalize('NFKC'),
    });
  });
});
