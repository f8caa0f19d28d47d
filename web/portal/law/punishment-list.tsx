import type { PeopleLaw, PeopleTier } from '../../../src/law/people/people-law.ts';
import { type PunishmentAtAge, punishmentsAt } from '../../../src/law/people/which-part.ts';
import { Icon } from '../pieces/icon.tsx';
import { useLanguage, useSay } from '../say.ts';
import { punishmentWords, type UnitOfDay } from './punishment-words.ts';
import { T } from './texts.ts';

interface PunishmentListProps {
  readonly law: PeopleLaw;
  readonly tier: PeopleTier;
  readonly age: number;
  readonly unit: UnitOfDay;
}

/** What a court may choose, and what comes with it, as it stands for somebody of an age. */
export function PunishmentList({ law, tier, age, unit }: PunishmentListProps) {
  const say = useSay();
  const all = punishmentsAt(law, tier, age);
  const besides = all.filter(
    ({ punishment: { kind } }) => kind === 'confiscation' || kind === 'ban',
  );
  const never = all.filter(({ isNever }) => isNever);
  const main = all.filter((one) => !besides.includes(one) && !never.includes(one));
  if (all.length === 0) return <p>{say(T.noPunishment)}</p>;
  return (
    <div class="law-punishments">
      <p>{say(main.length > 1 ? T.oneOf : T.only)}</p>
      <Lines lines={main} unit={unit} />
      {never.length > 0 && (
        <>
          <p>{say(T.never)}</p>
          <Lines lines={never} unit={unit} />
        </>
      )}
      {besides.length > 0 && (
        <>
          <p>{say(T.besides)}</p>
          <Lines lines={besides} unit={unit} />
        </>
      )}
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly PunishmentAtAge[];
  readonly unit: UnitOfDay;
}

function Lines({ lines, unit }: LinesProps) {
  const language = useLanguage();
  return (
    <ul>
      {lines.map(({ punishment, limit, isNever }) => (
        <li key={punishment.kind} class={isNever ? 'law-never' : undefined}>
          {limit === null ? (
            punishmentWords(punishment, unit, language)
          ) : (
            <>
              {isNever && <Icon name="cross" size={16} />} {limit.text[language]}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
