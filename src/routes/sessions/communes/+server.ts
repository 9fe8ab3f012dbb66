import { json } from '@sveltejs/kit';
import { frenchCommunes } from '#session';
import type { RequestHandler } from './$types';

/** Communes whose name begins as typed, for the form that enrols. */
export const GET: RequestHandler = ({ url }) => {
  const typed = (url.searchParams.get('name') ?? '').slice(0, 60);
  const communes = frenchCommunes()
    .communesLike(typed, 12)
    .map(({ code, name }) => ({ code, name }));
  return json(communes, { headers: { 'cache-control': 'private, max-age=86400' } });
};
