import { templateXlsx } from '#session';
import { download } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
  download(
    await templateXlsx(),
    'modele-candidats.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  );
