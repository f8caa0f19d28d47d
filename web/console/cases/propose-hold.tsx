import type { JSX } from 'react';
import { GROUND_KINDS } from '../../../src/law/grounds.ts';
import { useFormat } from '../format.ts';
import { useHoldTexts } from '../holds/texts.ts';
import { CheckField } from '../pieces/check-field.tsx';
import { ChoiceField } from '../pieces/choice-field.tsx';
import type { FieldsProps } from './act-dialog.tsx';
import { useThisCase } from './case-desk.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';
import { useTimeline } from './use-cases.ts';

/** Which transfer is to be held, and on what ground; another person decides. */
export function ProposeHoldFields({ form, set }: FieldsProps): JSX.Element {
  const t = usePageTexts();
  const th = useHoldTexts();
  const words = useCaseWords();
  const format = useFormat();
  const { caseId } = useThisCase();
  const timeline = useTimeline(caseId, { kind: ['transfer'], order: 'newest', suspicious: true });
  const transfers = timeline.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <p className="muted">{t('whoDecidesHold')}</p>
      <ChoiceField
        name="transfer"
        label={words('item.transfer')}
        value={form.transfer}
        any="—"
        choices={transfers.flatMap(({ at, amountMinor, to, opens }) =>
          opens === null
            ? []
            : [
                [
                  opens.ref,
                  `${format.money(amountMinor ?? 0)} · ${format.moment(at)} → ${to?.name ?? ''}`,
                ] as const,
              ],
        )}
        onChange={(transfer) => set({ transfer })}
      />
      <ChoiceField
        name="ground"
        label={th('grounds')}
        value={form.ground}
        choices={GROUND_KINDS.filter((kind) => kind !== 'threshold').map((kind) => [
          kind,
          th(`ground.${kind}`),
        ])}
        onChange={(ground) => set({ ground })}
      />
      <CheckField
        name="incoming"
        label={t('payeeIsClient')}
        checked={form.isIncoming}
        onChange={(isIncoming) => set({ isIncoming })}
      />
    </>
  );
}
