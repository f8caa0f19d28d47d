import type { PeopleLaw } from '../../../src/law/people/people-law.ts';
import type { PageProps } from '../pages.ts';
import { Page } from '../pieces/page.tsx';
import { WithData } from '../pieces/with-data.tsx';
import { useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { Calculator } from './calculator.tsx';
import { Overview } from './overview.tsx';
import { T } from './texts.ts';
import './law.css';

/** /portal/law: the law in plain words · /law/calculator: which part could apply to one case. */
export default function LawPage({ place }: PageProps) {
  const say = useSay();
  return (
    <WithData<PeopleLaw> name="law" title={say(TITLES.law)}>
      {(law) =>
        place.parts[1] === 'calculator' ? (
          <Page key="calculator" title={say(T.calculator)} lead={say(T.calculatorLead)}>
            <Calculator law={law} />
          </Page>
        ) : (
          <Page key="all" title={say(TITLES.law)} lead={say(T.lead)}>
            <Overview law={law} />
          </Page>
        )
      }
    </WithData>
  );
}
