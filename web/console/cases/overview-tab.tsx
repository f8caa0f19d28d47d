import { Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import type { CaseItem } from '../../../src/client/cases.ts';
import { CASE_ITEM_KINDS } from '../../../src/store/tables/cases.ts';
import { useFormat } from '../format.ts';
import { ChoiceField } from '../pieces/choice-field.tsx';
import type { Column } from '../pieces/data-table.tsx';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { Problem } from '../pieces/problem.tsx';
import { ReasonDialog } from '../pieces/reason-dialog.tsx';
import { ReasonField } from '../pieces/reason-field.tsx';
import { Rows } from '../pieces/rows.tsx';
import { useWords } from '../pieces/words.ts';
import { useChange, useMay, useThisCase } from './case-desk.tsx';
import { CaseEvents } from './case-events.tsx';
import { FeedbackPart } from './feedback-part.tsx';
import { ProposalsPart } from './proposals-part.tsx';
import { Deadlines } from './tasks-part.tsx';
import { useCaseWords, usePageTexts } from './texts.ts';

const LATEST = 6;

/** What a reader wants to know first: what runs out, who waits for whom, what belongs to it, what happened last. */
export function OverviewTab(): JSX.Element {
  const t = usePageTexts();
  const one = useThisCase();
  const may = useMay();
  return (
    <>
      <ProposalsPart />
      <div className="two-columns">
        <section>
          <h2>{t('deadlines')}</h2>
          <Deadlines />
        </section>
        <section>
          <h2>{t('recentNotes')}</h2>
          {may('note') && <QuickNote />}
          <CaseEvents events={one.events.slice(0, LATEST)} />
        </section>
      </div>
      <Items />
      <FeedbackPart />
    </>
  );
}

/** A note without leaving the page. */
function QuickNote(): JSX.Element {
  const t = usePageTexts();
  const [note, setNote] = useState('');
  const { sending, act } = useChange(() => setNote(''));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (note.trim() !== '') act({ kind: 'note', note: note.trim() });
  };
  return (
    <form className="quick-note" onSubmit={send} data-quick-note>
      <Textarea
        name="quick-note"
        aria-label={t('noteText')}
        placeholder={t('noteText')}
        maxLength={20_000}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <button type="submit" className="button" disabled={sending.isPending || note.trim() === ''}>
        {t('addNote')}
      </button>
      {sending.isError && <Problem error={sending.error} />}
    </form>
  );
}

function Items(): JSX.Element {
  const t = usePageTexts();
  const general = useWords();
  const words = useCaseWords();
  const format = useFormat();
  const { items } = useThisCase();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<CaseItem | null>(null);
  const columns: Column<CaseItem>[] = [
    { id: 'kind', title: t('itemKind'), cell: ({ kind }) => words(`item.${kind}`) },
    { id: 'ref', title: t('itemRef'), cell: (item) => <ItemLink item={item} /> },
    {
      id: 'added',
      title: t('added'),
      cell: ({ addedAt, addedBy }) => (
        <span className="term">
          <span className="number">{format.moment(addedAt)}</span>
          <span className="muted">{addedBy?.name ?? words('qorgan')}</span>
        </span>
      ),
    },
    { id: 'why', title: general('reason'), wide: true, cell: ({ reason }) => reason },
    ...(may('remove_item')
      ? [
          {
            id: 'act',
            title: t('remove'),
            cell: (item: CaseItem) => (
              <button
                type="button"
                className="button quiet"
                aria-label={`${t('remove')}: ${item.label}`}
                onClick={() => setLeaving(item)}
              >
                {t('remove')}
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <section data-items>
      <div className="section-head">
        <h2>
          {t('items')} · {items.length}
        </h2>
        {may('add_item') && (
          <button
            type="button"
            className="button"
            data-act="add_item"
            onClick={() => setAdding(true)}
          >
            {words('act.add_item')}
          </button>
        )}
      </div>
      {items.length === 0 ? (
        <p className="muted">{t('itemsNone')}</p>
      ) : (
        <Rows caption={t('items')} columns={columns} items={items} keyOf={({ itemId }) => itemId} />
      )}
      {isAdding && <AddItem onDone={() => setAdding(false)} />}
      {leaving !== null && <RemoveItem item={leaving} onDone={() => setLeaving(null)} />}
    </section>
  );
}

/** The page of a thing, where it has one. */
function ItemLink({ item: { kind, ref, label } }: { item: CaseItem }): JSX.Element {
  switch (kind) {
    case 'alert':
      return (
        <Link to="/alerts/$alertId" params={{ alertId: ref }}>
          {label}
        </Link>
      );
    case 'network':
      return (
        <Link to="/networks/$networkId" params={{ networkId: ref }} search={{}}>
          {label}
        </Link>
      );
    case 'account':
      return (
        <Link to="/accounts/$ref" params={{ ref }}>
          {label}
        </Link>
      );
    case 'customer':
      return (
        <Link to="/customers/$customerId" params={{ customerId: ref }}>
          {label}
        </Link>
      );
    case 'post':
      return (
        <Link to="/watch/posts/$postId" params={{ postId: ref }} search={{ state: 'all' }}>
          {label}
        </Link>
      );
    case 'campaign':
      return (
        <Link to="/watch/campaigns/$campaignId" params={{ campaignId: ref }}>
          {label}
        </Link>
      );
    case 'hold':
      return (
        <Link to="/holds/$holdId" params={{ holdId: ref }}>
          {label}
        </Link>
      );
    case 'takedown':
      return (
        <Link to="/watch/takedowns/$takedownId" params={{ takedownId: ref }}>
          {label}
        </Link>
      );
    default:
      return <span>{label}</span>;
  }
}

function AddItem({ onDone }: { onDone: () => void }): JSX.Element {
  const t = usePageTexts();
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  const [kind, setKind] = useState<CaseItem['kind']>('account');
  const [ref, setRef] = useState('');
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={words('act.add_item')}
      act={words('act.add_item')}
      sending={sending}
      onSend={() =>
        act({ kind: 'add_item', items: [{ kind, ref: ref.trim() }], reason: reason.trim() })
      }
      onDone={onDone}
    >
      <ChoiceField
        name="kind"
        label={t('itemKind')}
        value={kind}
        choices={CASE_ITEM_KINDS.map((one) => [one, words(`item.${one}`)])}
        onChange={(next) => setKind(next as CaseItem['kind'])}
      />
      <label className="field">
        <span>{t('itemRef')}</span>
        <input
          name="ref"
          required
          maxLength={120}
          pattern="[A-Za-z0-9_.\-]+"
          autoComplete="off"
          value={ref}
          onChange={(event) => setRef(event.target.value)}
        />
      </label>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function RemoveItem({ item, onDone }: { item: CaseItem; onDone: () => void }): JSX.Element {
  const words = useCaseWords();
  const { sending, act } = useChange(onDone);
  return (
    <ReasonDialog
      title={words('act.remove_item')}
      act={words('act.remove_item')}
      about={`${words(`item.${item.kind}`)} ${item.label}`}
      sending={sending}
      onSend={(reason) => act({ kind: 'remove_item', item: item.itemId, reason })}
      onDone={onDone}
    />
  );
}
