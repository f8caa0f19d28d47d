import { factorRule, plainFactor } from './factor-rule.ts';

/** Whether the customer is who the customer says. The only factors where silence counts: AML law 191-IV, art. 5(3). */
export const IDENTITY_FACTORS = {
  // A foreigner to whom no IIN was given is identified by the document: art. 5(3)(1).
  'number-absent': plainFactor(
    ({ iinOrBin, document, resident }) =>
      iinOrBin === 'absent' && !(document !== undefined && resident === false),
  ),
  'number-invalid': plainFactor(({ iinOrBin }) => iinOrBin === 'invalid'),
  'number-disagrees': plainFactor(({ iinOrBin }) => iinOrBin === 'disagrees'),
  'document-expired': factorRule({
    limits: [],
    facts: ['expiredAt'],
    measure({ document, at }) {
      const expiresAt = document?.expiresAt;
      // It expires when its last day is over; people call the last day its date.
      return expiresAt !== undefined && expiresAt <= at
        ? { value: 1, facts: { expiredAt: expiresAt - 1 } }
        : undefined;
    },
  }),
  'document-altered': plainFactor(({ document }) => document?.mrz === 'altered'),
  'document-disagrees': plainFactor(({ document }) => document?.agrees === false),
};
