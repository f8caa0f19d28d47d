import { useState } from 'preact/hooks';
import type { Language } from '../../../src/domain/language.ts';
import type { Situation, Statement } from '../../../src/service/portal/help/help.ts';
import { fillIn } from '../../shared/say.ts';
import { shortDate } from '../law/numbers.ts';
import { Button } from '../pieces/button.tsx';
import { Choices } from '../pieces/choices.tsx';
import { Field } from '../pieces/field.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { Page } from '../pieces/page.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { T } from './texts.ts';

type FieldName = Statement['asks'][number];
type Filled = Partial<Record<FieldName, string>>;

/** What was typed, by draft: a look back at the steps loses nothing, closing the page forgets it. */
const typed = new Map<string, Filled>();

interface DraftProps {
  readonly situation: Situation;
  readonly statement: Statement;
}

/** A statement that is filled in here and goes out on paper only: it lives in this page's memory. */
export function Draft({ situation, statement }: DraftProps) {
  const say = useSay();
  const shown = useLanguage();
  const [language, setLanguage] = useState<Language>(shown);
  const [filled, setFilled] = useState<Filled>(() => typed.get(statement.id) ?? {});
  const fill = (name: FieldName, value: string) => {
    const next = { ...filled, [name]: value };
    typed.set(statement.id, next);
    setFilled(next);
  };
  const isFormal = situation.voice === 'formal';
  return (
    <Page title={statement.title[shown]}>
      <div class="no-print exit-draft">
        <p>
          <a class="exit-back" href={href('exit', situation.id)}>
            <Icon name="back" size={18} />
            {say(T.backToSteps)}
          </a>
        </p>
        <p class="lead">{say(isFormal ? T.draftLeadFormal : T.draftLead)}</p>
        <Notice>
          <p>{say(isFormal ? T.draftKeptFormal : T.draftKept)}</p>
          <p>{say(isFormal ? T.draftLawyerFormal : T.draftLawyer)}</p>
        </Notice>
        <form autocomplete="off" onSubmit={(event) => event.preventDefault()}>
          {statement.asks.map((name) => (
            <DraftField
              key={name}
              name={name}
              value={filled[name] ?? ''}
              onChange={(value) => fill(name, value)}
            />
          ))}
          <Choices<Language>
            legend={say(T.draftLanguage)}
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'kk', label: say(T.kazakh) },
              { value: 'ru', label: say(T.russian) },
              { value: 'en', label: say(T.english) },
            ]}
          />
        </form>
        <h2>{say(T.preview)}</h2>
      </div>
      <Sheet statement={statement} filled={filled} language={language} />
      <p class="no-print">
        <Button onClick={() => print()}>
          <Icon name="print" />
          {say(T.print)}
        </Button>
      </p>
    </Page>
  );
}

const LONG: readonly FieldName[] = ['what', 'who'];
const KEYS: Partial<Record<FieldName, 'numeric' | 'tel'>> = { card: 'numeric', phone: 'tel' };
const TEXT_MOST = 2_000;
const LINE_MOST = 100;

interface DraftFieldProps {
  readonly name: FieldName;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function DraftField({ name, value, onChange }: DraftFieldProps) {
  const say = useSay();
  const hint = name === 'card' || name === 'what' || name === 'who' ? T[`hint.${name}`] : undefined;
  const about = { label: say(T[`field.${name}`]), hint: hint && say(hint) };
  if (LONG.includes(name))
    return (
      <Field {...about}>
        <textarea
          value={value}
          maxLength={TEXT_MOST}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </Field>
    );
  return (
    <Field {...about}>
      <input
        type="text"
        inputMode={KEYS[name] ?? 'text'}
        value={value}
        maxLength={LINE_MOST}
        autocomplete="off"
        onInput={(event) => {
          const { value: entered } = event.currentTarget;
          // Whoever pastes the whole number keeps the last four of it only.
          const kept = name === 'card' ? entered.replace(/\D/g, '').slice(-4) : entered;
          event.currentTarget.value = kept;
          onChange(kept);
        }}
      />
    </Field>
  );
}

const BLANK = '_'.repeat(20);
/** Room to tell by hand. */
const LONG_BLANK = `\n${'_'.repeat(60)}`.repeat(3);

interface SheetProps {
  readonly statement: Statement;
  readonly filled: Filled;
  readonly language: Language;
}

/** What goes on paper; a place that was left empty is a line to write on. */
function Sheet({ statement, filled, language }: SheetProps) {
  const values = Object.fromEntries(
    statement.asks.map((name) => [
      name,
      filled[name]?.trim() || (LONG.includes(name) ? LONG_BLANK : BLANK),
    ]),
  );
  const today = shortDate(new Date().toLocaleDateString('sv-SE'), language);
  const say = (text: Statement['to']) => fillIn(text[language], { ...values, today });
  return (
    <section class="exit-sheet" lang={language}>
      <p class="exit-to">{say(statement.to)}</p>
      <p class="exit-to">{say(statement.from)}</p>
      <p class="exit-sheet-title">{say(statement.title)}</p>
      {statement.body.map((line) => (
        <p key={line.en}>{say(line)}</p>
      ))}
      <p class="exit-sign">{say(statement.sign)}</p>
    </section>
  );
}
