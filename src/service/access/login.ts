import { fail, ok, type Result } from '../../domain/errors/catalogue.ts';

/** How a login is compared: small letters, no spaces around. */
export const normalLogin = (typed: string): string => typed.trim().toLowerCase();

/** Letters that cannot be mistaken for those of another alphabet. Fails with QRG_LOGIN_FORM. */
export function parseLogin(typed: string): Result<string> {
  const login = normalLogin(typed);
  return /^[a-z0-9][a-z0-9._@-]{2,63}$/.test(login) ? ok(login) : fail('QRG_LOGIN_FORM');
}

/** A name as people write it, without control characters. Fails with QRG_NAME_FORM. */
export function parseName(typed: string): Result<string> {
  const name = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return name.length >= 1 && name.length <= 200 ? ok(name) : fail('QRG_NAME_FORM');
}
