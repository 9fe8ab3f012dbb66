import { error } from '@sveltejs/kit';
import { readStatusList } from '#parchment';
import { published } from '../../../published.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const list = await readStatusList(locals.ground, params.purpose, params.list);
  if (!list) error(404);
  return published(list, 'application/vc');
};
