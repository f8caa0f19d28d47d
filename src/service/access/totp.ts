import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with the values that every authenticator app takes: SHA-1, six digits, half a minute. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** 160 bits, as RFC 4226 (requirement R6) recommends. */
const SECRET_BYTES = 20;
/** One step each way for the phone's clock and the person's hand (RFC 6238, section 5.2). */
const WINDOW_STEPS = 1;

/** A new shared secret in base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** otpauth:// address that an app reads from a QR code. */
export const totpUri = (secret: string, login: string): string => totpOf(secret, login).toString();

/**
 * The time step a code belongs to, or undefined when it is none of now. A step is to be used once: the store takes it
 * only when it is later than the last one taken, so that a code that was looked over a shoulder opens nothing.
 */
export function totpStep(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const totp = totpOf(secret, '');
  const delta = totp.validate({ token, timestamp: now, window: WINDOW_STEPS });
  return delta === null ? undefined : totp.counter({ timestamp: now }) + delta;
}

/** The code that an app with this secret shows at a time. */
export const totpCode = (secret: string, now: number): string =>
  totpOf(secret, '').generate({ timestamp: now });

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Qorgan',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });
}
