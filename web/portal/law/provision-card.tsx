import type { PeopleLaw, PeopleProvision, PeopleTier } from '../../../src/law/people/people-law.ts';
import { useLanguage, useSay } from '../say.ts';
import { shortDate, tenge } from './numbers.ts';
import { PunishmentList } from './punishment-list.tsx';
import { formula, type UnitOfDay } from './punishment-words.ts';
import { T } from './texts.ts';
import { VerifiedMark } from './verified-mark.tsx';

interface ProvisionCardProps {
  readonly law: PeopleLaw;
  readonly provision: PeopleProvision;
  readonly age: number;
  readonly unit: UnitOfDay;
}

/** One rule: what is forbidden, each part with its size and punishment, and how far it was checked. */
export function ProvisionCard({ law, provision, age, unit }: ProvisionCardProps) {
  const say = useSay();
  const language = useLanguage();
  const { short, plain, tiers, article, effective } = provision;
  const open = tiers.filter((tier) => tier.age === null || age >= tier.age);
  const least = tiers.map((tier) => tier.age ?? 0).sort((a, b) => a - b)[0];
  return (
    <section class="card">
      <h3>{short[language]}</h3>
      <p>{plain[language]}</p>
      {tiers.length === 0 && <p class="muted">{say(T.noPunishment)}</p>}
      {tiers.length > 0 && open.length === 0 && (
        <p>
          <b>{say(T.tooYoung, { from: least })}</b>
        </p>
      )}
      {open.map((tier) => (
        <details key={tier.id} class="law-tier">
          <summary>
            <b>
              {tier.part === null
                ? say(T.article, { article })
                : say(T.part, { article, part: tier.part })}
            </b>
            <span>
              <TierWhen tier={tier} isBasic={tier === tiers[0]} unit={unit} />
            </span>
          </summary>
          <PunishmentList law={law} tier={tier} age={age} unit={unit} />
        </details>
      ))}
      <p class="muted">{say(T.since, { from: shortDate(effective.from, language) })}</p>
      <VerifiedMark rule={provision} />
    </section>
  );
}

interface TierWhenProps {
  readonly tier: PeopleTier;
  readonly isBasic: boolean;
  readonly unit: UnitOfDay;
}

function TierWhen({ tier: { amount, circumstances }, isBasic, unit }: TierWhenProps) {
  const say = useSay();
  const language = useLanguage();
  if (isBasic) return <>{say(T.basic)}</>;
  const size =
    amount === null
      ? []
      : [
          say(T[amount.bound], {
            measure: say(T[`measure.${amount.measure}`]),
            sum:
              unit.value === undefined
                ? `${amount.units} ${unit.name}`
                : tenge(amount.units * unit.value, language),
            formula: formula(amount.units, unit, language),
          }),
        ];
  const when = [...size, ...circumstances.map((one) => one[language])];
  return (
    <>
      {say(T.heavier)}: {when.join('; ')}
    </>
  );
}
