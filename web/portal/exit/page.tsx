import type { Help } from '../../../src/service/portal/help/help.ts';
import type { PageProps } from '../pages.ts';
import { Page } from '../pieces/page.tsx';
import { WithData } from '../pieces/with-data.tsx';
import { useSay } from '../say.ts';
import { TITLES } from '../titles.ts';
import { Draft } from './draft.tsx';
import { Situations } from './situations.tsx';
import { StepsPage } from './steps-page.tsx';
import './exit.css';

/** /portal/exit: what happened · /exit/<situation>: the steps · /exit/<situation>/<statement>: a draft to print. */
export default function ExitPage({ place }: PageProps) {
  const say = useSay();
  const [, situationId, statementId] = place.parts;
  return (
    <WithData<Help> name="help" title={say(TITLES.exit)}>
      {(help) => {
        const situation = help.situations.find(({ id }) => id === situationId);
        const statement = help.statements.find(({ id }) => id === statementId);
        if (situation !== undefined && statement !== undefined)
          return <Draft key={statement.id} situation={situation} statement={statement} />;
        if (situation !== undefined)
          return <StepsPage key={situation.id} help={help} situation={situation} />;
        return (
          <Page key="all" title={say(TITLES.exit)}>
            <Situations help={help} />
          </Page>
        );
      }}
    </WithData>
  );
}
