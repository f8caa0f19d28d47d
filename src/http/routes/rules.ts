import { RuleBook } from '../contract/rule.ts';
import { route } from '../route.ts';
import { READERS } from './readers.ts';

const rules = route({
  method: 'GET',
  path: '/v1/rules',
  tag: 'decisions',
  summary: 'What decisions are made by: rules and typologies in words',
  access: { roles: [...READERS, 'admin'], scopes: ['decisions:write', 'alerts:read'] },
  reply: { 200: RuleBook },
  handler: async ({ language }, services) => {
    const { review, hold, rules: all, typologies } = await services.ruleset();
    return {
      status: 200,
      body: {
        review,
        hold,
        rules: all.map(({ id, typology, subject, title, weight, amltrix }) => ({
          id,
          typology,
          subject,
          title: title[language],
          weight,
          amltrix,
        })),
        typologies: [...typologies].map(([id, { title, amltrix }]) => ({
          id,
          title: title[language],
          amltrix: amltrix ?? null,
        })),
      },
    };
  },
});

export const RULE_ROUTES = [rules];
