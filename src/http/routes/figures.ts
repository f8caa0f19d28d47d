import { showFigures } from '../../service/portal/figures/figures.ts';
import { PublicFigures } from '../contract/figures.ts';
import { route } from '../route.ts';

const show = route({
  method: 'GET',
  path: '/v1/figures',
  tag: 'portal',
  summary: 'What became of reports, posts, requests and holds; small counts hidden',
  access: { public: true },
  reply: { 200: PublicFigures },
  handler: async (_, { portal }) => ({ status: 200, body: await showFigures(portal.figures) }),
});

export const FIGURE_ROUTES = [show];
