import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { CustomerDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { Announcements } from '../pieces/announce.tsx';
import { Figure, Figures } from '../pieces/figures.tsx';
import { Heading } from '../pieces/heading.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Problem } from '../pieces/problem.tsx';
import { Loading } from '../pieces/states.tsx';
import { LevelMark, Points } from '../risk/level-mark.tsx';
import { useRiskTexts } from '../risk/texts.ts';
import { useRiskParameters } from '../risk/use-risk.ts';
import { PostsNaming } from '../watch/post-hits.tsx';
import { CustomerActs, CustomerApprovals } from './customer-acts.tsx';
import { CustomerHits } from './customer-hits.tsx';
import { CustomerIdentity } from './customer-identity.tsx';
import { CustomerLinks } from './customer-links.tsx';
import { CustomerMeasures } from './customer-measures.tsx';
import { CustomerMoves } from './customer-moves.tsx';
import { CustomerRating } from './customer-rating.tsx';
import { RatingHistory } from './rating-history.tsx';
import { useCustomerTexts } from './texts.ts';
import { useCustomer } from './use-customers.ts';

export function CustomerPage(): JSX.Element {
  const { customerId } = useParams({ from: '/customers/$customerId' });
  return <CustomerOf key={customerId} customerId={Number(customerId)} />;
}

/** Everything that is known of one customer, and what a person may say of it. */
function CustomerOf({ customerId }: { customerId: number }): JSX.Element {
  const t = useCustomerTexts();
  const customer = useCustomer(customerId);
  const parameters = useRiskParameters();
  const { data } = customer;
  return (
    <main id="content">
      <nav className="trail">
        <Link className="back" to="/customers" search={{}}>
          <Icon name="back" />
          {t('toCustomers')}
        </Link>
      </nav>
      <Heading title={data?.name ?? t('customerOf', { id: customerId })}>
        {data !== undefined && <CustomerActs customer={data} />}
      </Heading>
      {customer.isPending && <Loading rows={8} />}
      {customer.isError && <Problem error={customer.error} retry={() => customer.refetch()} />}
      {data !== undefined && (
        <>
          <CustomerFigures customer={data} />
          <CustomerApprovals customer={data} />
          <div className="two-columns">
            <CustomerRating rating={data.rating} parameters={parameters.data} />
            <CustomerMeasures customer={data} />
          </div>
          <CustomerHits customerId={customerId} />
          <PostsNaming of={{ customer: customerId }} />
          <CustomerIdentity customer={data} />
          <CustomerLinks customerId={customerId} />
          <RatingHistory customerId={customerId} />
          <CustomerMoves customerId={customerId} />
        </>
      )}
      <Announcements />
    </main>
  );
}

function CustomerFigures({ customer }: { customer: CustomerDetail }): JSX.Element {
  const t = useCustomerTexts();
  const tr = useRiskTexts();
  const format = useFormat();
  const { rating, reviewAt, approval, openHits, accounts, cards } = customer;
  const isDue = reviewAt !== null && reviewAt <= Date.now();
  return (
    <Figures>
      <Figure label={tr('level')}>
        <LevelMark level={rating?.level ?? null} />
      </Figure>
      <Figure label={t('points')}>
        <Points points={rating?.points ?? null} />
      </Figure>
      {rating !== null && (
        <Figure label={tr('dueDiligence')}>{tr(`dueDiligence.${rating.dueDiligence}`)}</Figure>
      )}
      <Figure label={t('approval')}>
        <span className={`state-tag approval-${approval.state}`}>
          {t(`approval.${approval.state}`)}
        </span>
      </Figure>
      <Figure label={t('openHits')}>{format.number(openHits)}</Figure>
      {reviewAt !== null && (
        <Figure label={t('reviewAt')}>
          <span className={isDue ? 'due' : ''}>
            {format.date(reviewAt)}
            {isDue && ` · ${t('reviewDue')}`}
          </span>
        </Figure>
      )}
      <Figure label={t('accounts')}>{format.number(accounts.length)}</Figure>
      {cards !== null && <Figure label={t('cards')}>{format.number(cards)}</Figure>}
    </Figures>
  );
}
