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
      const expiredAt = document?.expiresAt;
      return expiredAt !== undefined && expiredAt <= at
        ? { value: 1, facts: { expiredAt } }
        : undefined;
    },
  }),
  'document-altered': plainFactor(({ document }) => document?.mrz === 'altered'),
  'document-disagrees': plainFactor(({ document }) => document?.agrees === false),
};
