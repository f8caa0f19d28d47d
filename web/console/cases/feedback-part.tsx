import { type JSX, useState } from 'react';
import type { CaseFeedback } from '../../../src/client/cases.ts';
import { useFormat } from '../format.ts';
import { ChoiceField } from '../pieces/choice-field.tsx';
import { DecideDialog } from '../pieces/decide-dialog.tsx';
import { Tags } from '../pieces/marks.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useRules } from '../pieces/use-rules.ts';
import { useWords } from '../pieces/words.ts';
import { useChange, useMay, useThisCase } from './case-desk.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';

type Target = 'alert' | 'account' | 'post' | 'transfer';
const TARGETS: readonly string[] = ['alert', 'account', 'post', 'transfer'];

/** What people said of the signals behind the case; rules and the model learn from it. */
export function FeedbackPart(): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const general = useWords();
  const format = useFormat();
  const rules = useRules();
  const may = useMay();
  const { feedback, items } = useThisCase();
  const [isJudging, setJudging] = useState(false);
  const judged = items.filter(({ kind }) => TARGETS.includes(kind));
  return (
    <section data-feedback>
      <div className="section-head">
        <h2>{t('feedback')}</h2>
        {may('feedback') && judged.length > 0 && (
          <button
            type="button"
            className="button"
            data-act="feedback"
            onClick={() => setJudging(true)}
          >
            {t('judge')}
          </button>
        )}
      </div>
      <p className="muted help">{t('feedbackAbout')}</p>
      {feedback.length > 0 && (
        <Rows
          caption={t('feedback')}
          items={feedback}
          keyOf={({ feedbackId }) => feedbackId}
          rowProps={({ replaced }: CaseFeedback) => (replaced ? { className: 'is-off' } : {})}
          columns={[
            {
              id: 'what',
              title: t('itemKind'),
              cell: ({ target, ref }) =>
                target === 'rule' ? rules.rule(ref) : `${words(`item.${target}`)} ${ref}`,
            },
            {
              id: 'said',
              title: words('did.feedback'),
              cell: ({ said }) => (
                <span className={`state-tag said-${said}`}>{words(`said.${said}`)}</span>
              ),
            },
            { id: 'why', title: general('reason'), wide: true, cell: ({ why }) => why },
            {
              id: 'rules',
              title: t('rulesHad'),
              wide: true,
              cell: ({ rules: names }) =>
                names.length === 0 ? null : <Tags words={names.map(rules.rule)} />,
            },
            {
              id: 'by',
              title: general('when'),
              cell: ({ at, by }) => (
                <span className="term">
                  <span className="number">{format.moment(at)}</span>
                  <span className="muted">{by.name}</span>
                </span>
              ),
            },
          ]}
        />
      )}
      {isJudging && <Judge onDone={() => setJudging(false)} />}
    </section>
  );
}

function Judge({ onDone }: { onDone: () => void }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { items } = useThisCase();
  const { sending, act } = useChange(onDone);
  const judged = items.filter(({ kind }) => TARGETS.includes(kind));
  const [itemId, setItemId] = useState(String(judged[0]?.itemId ?? ''));
  const item = judged.find((one) => String(one.itemId) === itemId);
  return (
    <DecideDialog
      title={t('judge')}
      act={t('judge')}
      label={words('did.feedback')}
      choices={[
        { value: 'confirmed', label: words('said.confirmed') },
        { value: 'not', label: words('said.not') },
        { value: 'unclear', label: words('said.unclear') },
      ]}
      sending={sending}
      onSend={(said, why) =>
        item !== undefined &&
        act({ kind: 'feedback', target: item.kind as Target, ref: item.ref, said, why })
      }
      onDone={onDone}
    >
      <ChoiceField
        name="item"
        label={t('judgeWhat')}
        value={itemId}
        choices={judged.map(({ itemId: id, kind, label }) => [
          String(id),
          `${words(`item.${kind}`)} ${label}`,
        ])}
        onChange={setItemId}
      />
    </DecideDialog>
  );
}
