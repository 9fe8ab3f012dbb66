import { redirect } from '@sveltejs/kit';
import { parseCertificateNumber } from '#parchment';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex' });
  const typed = url.searchParams.get('number')?.trim() ?? '';
  if (typed === '') return { typed, refusal: null };
  const parsed = parseCertificateNumber(typed);
  if (parsed.ok) redirect(303, `/verify/${parsed.value}`);
  return { typed: typed.slice(0, 60), refusal: parsed.error };
};
