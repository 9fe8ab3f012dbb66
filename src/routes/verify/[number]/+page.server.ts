import { error, redirect } from '@sveltejs/kit';
import { can } from '#people';
import { readCertificatePdf, verifyCertificate } from '#parchment';
import { verifyWords } from '#parchment/verify-messages.ts';
import { misses } from '../limit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, getClientAddress }) => {
  const { ground, actor, language } = locals;
  setHeaders({ 'x-robots-tag': 'noindex' });
  const [now, from] = [ground.clock.now(), getClientAddress()];
  if (misses.isFull(from, now)) error(429, verifyWords[language].busy.lead);
  const verified = await verifyCertificate(ground, params.number);
  if (!verified.ok) redirect(303, `/verify?number=${encodeURIComponent(params.number)}`);
  const verification = verified.value;
  if (verification.state === 'unknown') misses.count(from, now);
  // One address for one certificate, however its number was typed.
  else if (verification.number !== params.number) redirect(308, `/verify/${verification.number}`);
  const mayOpen =
    actor !== null &&
    verification.state !== 'unknown' &&
    (can(actor, 'certificate.read') || can(actor, 'dossier.read-own')) &&
    (await readCertificatePdf(ground, actor, params.number)).ok;
  return { verification, typed: params.number, now, mayOpen };
};
