import { exemplars } from '#jury';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  exemplars: exemplars.map(({ id, assessment, title, status }) => ({
    id,
    assessment,
    title,
    status
  }))
});
