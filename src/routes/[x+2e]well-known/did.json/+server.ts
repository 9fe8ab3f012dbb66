import { ownDidDocument } from '#parchment';
import { published } from '../../published.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  published(await ownDidDocument(locals.ground.config), 'application/json');
