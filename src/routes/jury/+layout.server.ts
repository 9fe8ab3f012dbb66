import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies }) => ({
  theme: cookies.get('theme') === 'ballroom' ? ('ballroom' as const) : ('paper' as const)
});
