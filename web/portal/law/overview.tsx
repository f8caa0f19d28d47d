import { useState } from 'preact/hooks';
import type { PeopleLaw, PeopleProvision } from '../../../src/law/people/people-law.ts';
import { unitValue } from '../../../src/law/people/which-part.ts';
import { ButtonLink } from '../pieces/button.tsx';
import { Choices } from '../pieces/choices.tsx';
import { Field } from '../pieces/field.tsx';
import { Notice } from '../pieces/notice.tsx';
import { href } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { KIND_NAMES } from './kind-texts.ts';
import { shortDate, tenge } from './numbers.ts';
import { ProvisionCard } from './provision-card.tsx';
import { ReleaseCard } from './release-card.tsx';
import { T } from './texts.ts';

/** The law by age and by year: each rule with its parts, sums and mark. */
export function Overview({ law }: { readonly law: PeopleLaw }) {
  const say = useSay();
  const language = useLanguage();
  const [ageId, setAgeId] = useState(law.ages[1]?.id ?? law.ages[0].id);
  const years = yearsOf(law);
  const [year, setYear] = useState(() => yearNow(years));
  const group = law.ages.find(({ id }) => id === ageId) ?? law.ages[0];
  const on = `${year}-12-31`;
  const value = unitValue(law, on);
  const unit = { name: law.unit?.name[language] ?? '', value };
  const shown = inForce(law, on);
  const card = (provision: PeopleProvision) => (
    <ProvisionCard key={provision.id} law={law} provision={provision} age={group.to} unit={unit} />
  );
  return (
    <>
      <Advice />
      <div class="buttons">
        <ButtonLink href={href('law', 'calculator')}>{say(T.toCalculator)}</ButtonLink>
        <ButtonLink kind="quiet" href={href('exit')}>
          {say(T.toExit)}
        </ButtonLink>
      </div>
      <div class="law-ask">
        <Choices
          legend={say(T.whose)}
          value={ageId}
          onChange={setAgeId}
          options={law.ages.map(({ id, title }) => ({ value: id, label: title[language] }))}
        />
      </div>
      <p>{group.plain[language]}</p>
      <Field label={say(T.year)}>
        <select value={year} onChange={(event) => setYear(event.currentTarget.value)}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </Field>
      <p class="muted">
        {value === undefined
          ? say(T.unitUnknown, { name: unit.name })
          : say(T.unit, { name: unit.name, year, value: tenge(value, language) })}
      </p>
      <h2>{say(T.forbidden)}</h2>
      {shown.filter(isOfDroppers).map(card)}
      <h2>{say(T.alsoForbidden)}</h2>
      {shown.filter((one) => !isOfDroppers(one)).map(card)}
      {notYet(law, on).map(({ id, short, from }) => (
        <p key={id} class="muted">
          {short[language]}: {say(T.notYet, { from: shortDate(from, language) })}
        </p>
      ))}
      {law.release.map((release) => (
        <ReleaseCard key={release.id} release={release} />
      ))}
      <h2>{say(T.wordsTitle)}</h2>
      <dl class="law-words">
        {Object.entries(law.punishments).map(([kind, plain]) => (
          <div key={kind}>
            <dt>{KIND_NAMES[kind as keyof typeof KIND_NAMES][language]}</dt>
            <dd>{plain[language]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Said wherever a rule is shown. */
export function Advice() {
  const say = useSay();
  return (
    <Notice>
      <p>
        <b>{say(T.noAdvice)}</b>
      </p>
      <p>{say(T.noAdviceMore)}</p>
    </Notice>
  );
}

const isOfDroppers = ({ deed, kind }: PeopleProvision): boolean => deed !== null || kind === 'ban';

const inForce = ({ provisions }: PeopleLaw, on: string): PeopleProvision[] =>
  provisions.filter(({ effective: { from, to } }) => on >= from && (to === undefined || on <= to));

/** Rules that have no edition on the day. */
function notYet(law: PeopleLaw, on: string) {
  const shown = new Set(inForce(law, on).map(({ id }) => id));
  const missing = law.provisions.filter(({ id }) => !shown.has(id));
  return [...new Map(missing.map((one) => [one.id, one])).values()].map(
    ({ id, short, effective: { from } }) => ({ id, short, from }),
  );
}

const yearsOf = ({ unit }: PeopleLaw): string[] => [
  ...new Set(unit?.values.map(({ effective: { from } }) => from.slice(0, 4))),
];

const yearNow = (years: readonly string[]): string => {
  const now = String(new Date().getFullYear());
  return years.includes(now) ? now : (years.at(-1) ?? now);
};
