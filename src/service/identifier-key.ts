import { fail, type Result } from '../domain/errors/catalogue.ts';
import { type ExactKey, exactKey, type KeyKind } from '../screening/lists/exact-key.ts';

/**
 * The normal form of an identifier that somebody says is of a kind. An IIN and a BIN tell themselves apart, so one said to be
 * the other is refused. Errors: QRG_FIELD_FORM, and those of `exactKey`.
 */
export function identifierKey({
  kind,
  value,
}: {
  readonly kind: KeyKind;
  readonly value: string;
}): Result<ExactKey> {
  const key = exactKey(kind === 'iin' || kind === 'bin' ? 'iin_or_bin' : kind, value);
  return key.ok && key.value.kind !== kind ? fail('QRG_FIELD_FORM') : key;
}
