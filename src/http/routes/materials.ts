import { showMaterial } from '../../service/academy/materials/show-material.ts';
import { MaterialParams, MaterialQuery } from '../contract/material.ts';
import { type Route, route } from '../route.ts';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const material = route({
  method: 'GET',
  path: '/v1/materials/:name',
  tag: 'classes',
  summary: 'What a teacher prints: lesson plans, a letter to parents, posters; A4',
  description:
    'Its code leads to the configured public address; without one, to a host of the local network only.',
  access: { public: true },
  params: MaterialParams,
  query: MaterialQuery,
  reply: { 200: { media: 'application/pdf', description: 'A4' } },
  problems: ['QRG_CLASS_OFTEN', 'QRG_LESSON_FILE', 'QRG_MATERIAL_LONG', 'QRG_MATERIAL_UNKNOWN'],
  handler: async ({ params, query, language, host, address }, { portal: { classes } }) => {
    const wish = { name: params.name, language: query.language ?? language, host, address };
    const bytes = await showMaterial(classes.materials, wish);
    const file = `qorgan-${wish.name}-${wish.language}.pdf`;
    return {
      status: 200,
      stream: once(bytes),
      headers: { 'content-disposition': `inline; filename="${file}"` },
    };
  },
});

export const MATERIAL_ROUTES: readonly Route[] = [material];
