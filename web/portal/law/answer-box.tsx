import type { PeopleLaw, PeopleProvision } from '../../../src/law/people/people-law.ts';
import {
  type Answer,
  type Counted,
  type PartAnswer,
  type Question,
  unitValue,
} from '../../../src/law/people/which-part.ts';
import { useLanguage, useSay } from '../say.ts';
import { shortDate, tenge } from './numbers.ts';
import { PunishmentList } from './punishment-list.tsx';
import { formula, type UnitOfDay } from './punishment-words.ts';
import { ReleaseCard } from './release-card.tsx';
import { T } from './texts.ts';
import { VerifiedMark } from './verified-mark.tsx';

interface AnswerBoxProps<A extends Answer = Answer> {
  readonly law: PeopleLaw;
  readonly question: Question;
  readonly answer: A;
}

/** What could apply, in words that accuse nobody. */
export function AnswerBox({ law, question, answer }: AnswerBoxProps) {
  const say = useSay();
  const language = useLanguage();
  const least = answer.kind === 'too_young' ? answer.from : 0;
  return (
    <>
      <h2>{say(T.answer)}</h2>
      {answer.kind === 'part' && <Part law={law} question={question} answer={answer} />}
      {answer.kind === 'not_in_force' && (
        <p>{say(T.notInForce, { from: shortDate(answer.from, language) })}</p>
      )}
      {answer.kind === 'relative' && <p>{say(T.isRelative)}</p>}
      {answer.kind === 'too_young' && <p>{say(T.tooYoung, { from: least })}</p>}
      {answer.kind === 'too_young' && <VerifiedMark rule={answer.provision} isOpen />}
      {answer.kind === 'no_reward' && <NoReward ban={answer.ban} />}
      <p>{say(T.others)}</p>
    </>
  );
}

function NoReward({ ban }: { readonly ban: PeopleProvision | null }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p>{say(T.noReward)}</p>
      {ban !== null && (
        <>
          <p>{ban.plain[language]}</p>
          <VerifiedMark rule={ban} isOpen />
        </>
      )}
    </>
  );
}

function Part({ law, question, answer }: AnswerBoxProps<PartAnswer>) {
  const say = useSay();
  const language = useLanguage();
  const { provision, tier, counted, next, sizeUnknown } = answer;
  const { article } = provision;
  const value = unitValue(law, question.on);
  const unit: UnitOfDay = { name: law.unit?.name[language] ?? '', value };
  const sum = ({ limit, units }: Counted) => ({
    sum: tenge(limit, language),
    formula: formula(units, unit, language),
  });
  return (
    <>
      <p class="law-could" data-tier={tier.id}>
        <b>{say(T.could, { article, part: tier.part ?? '' })}</b>
      </p>
      <p>{provision.plain[language]}</p>
      {counted !== null && <p>{say(T.because, sum(counted))}</p>}
      {sizeUnknown && <p>{say(T.sizeUnknown)}</p>}
      {value === undefined && <p>{say(T.unitUnknown, { name: unit.name })}</p>}
      <PunishmentList law={law} tier={tier} age={question.age} unit={unit} />
      {next !== null && <p>{say(T.next, { part: next.tier.part ?? '', ...sum(next.counted) })}</p>}
      <VerifiedMark rule={provision} isOpen />
      {law.release.map((release) => (
        <ReleaseCard key={release.id} release={release} />
      ))}
    </>
  );
}
