import type { FactKind, FactValue } from '../../domain/case/case-fact.ts';
import { QorganError } from '../../domain/errors/catalogue.ts';

/** What a person says of an act; see domain/case/case-fact.ts. */
export interface FactWish {
  readonly fact: FactKind;
  readonly party: string;
  readonly says: 'yes' | 'no';
  readonly value?: FactValue | undefined;
  /** When the act was done. */
  readonly actAt?: number | undefined;
  readonly shownBy: readonly string[];
  readonly note?: string | undefined;
}

/** Facts of one case. */
export const FACTS_MOST = 500;

/** What each kind may carry besides a yes; `needs` is those that say nothing without it. Kinds that are not here carry nothing. */
const VALUES: Readonly<Partial<Record<FactKind, { type: FactValue['type']; needs: boolean }>>> = {
  reward_paid: { type: 'money', needs: true },
  reward_promised: { type: 'money', needs: false },
  damage: { type: 'money', needs: true },
  criminal_income: { type: 'money', needs: true },
  victims: { type: 'count', needs: true },
  drug_size: { type: 'word', needs: true },
};
const DRUG_SIZES = ['plain', 'large', 'especially_large'];

/** Throws QRG_CASE_FACT for a value that its kind does not carry, or one that is missing. */
export function checkFact({ fact, says, value }: FactWish): void {
  const may = VALUES[fact];
  const fits =
    value === undefined
      ? says === 'no' || may?.needs !== true
      : says === 'yes' &&
        may?.type === value.type &&
        (value.type !== 'word' || DRUG_SIZES.includes(value.word));
  if (!fits) throw new QorganError('QRG_CASE_FACT', { fact });
}
