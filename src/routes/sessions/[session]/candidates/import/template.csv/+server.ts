import { templateCsv } from '#session';
import { download } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
  download(templateCsv(), 'modele-candidats.csv', 'text/csv; charset=utf-8');
