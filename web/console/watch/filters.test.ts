import { expect, test } from 'vitest';
import { CampaignQuery } from '../../../src/http/contract/campaign.ts';
import { TakedownQuery } from '../../../src/http/contract/takedown.ts';
import { campaignQuery, parseCampaignFilter } from './campaign-filter.ts';
import { parseTakedownFilter } from './takedown-filter.ts';

const told = (query: object): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

test('addresses of campaigns and takedowns that mean nothing ask for all', () => {
  expect(parseCampaignFilter({ least: 'x', hits: 'no' })).toEqual({});
  expect(parseTakedownFilter({ channel: 'Не канал', overdue: 1 })).toEqual({});
});

test('what they mean is what the service takes', () => {
  const campaigns = campaignQuery(parseCampaignFilter({ least: '5', hits: 'true' }));
  expect(CampaignQuery.parse(told(campaigns))).toMatchObject({ postsLeast: 5, hits: true });
  const { withdrawn, ...takedowns } = parseTakedownFilter({
    channel: 'host_abuse',
    overdue: 'true',
    withdrawn: true,
  });
  expect(withdrawn).toBe(true);
  expect(TakedownQuery.parse(told(takedowns))).toMatchObject({
    channel: 'host_abuse',
    overdue: true,
  });
});
