import { fail, redirect } from '@sveltejs/kit';
import { largestFile, parseCertificateNumber, verifyOwnFile } from '#parchment';
import { fileFaults, verifyWords } from '#parchment/verify-messages.ts';
import type { Refusal } from '#platform/result.ts';
import { files } from './limit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex' });
  const typed = url.searchParams.get('number')?.trim() ?? '';
  if (typed === '') return { typed, refusal: null };
  const parsed = parseCertificateNumber(typed);
  if (parsed.ok) redirect(303, `/verify/${parsed.value}`);
  return { typed: typed.slice(0, 60), refusal: parsed.error };
};

/** Room for the frame of the form around the largest file. */
const frame = 100_000;

const beside = (message: Refusal['message']) => ({ unread: message });

export const actions: Actions = {
  file: async ({ request, locals, getClientAddress }) => {
    const { ground } = locals;
    const [now, from] = [ground.clock.now(), getClientAddress()];
    if (files.isFull(from, now))
      return fail(429, beside({ fr: verifyWords.fr.busy.lead, en: verifyWords.en.busy.lead }));
    files.count(from, now);
    // Refused by the size that it declares, before a byte of it is read.
    if (Number(request.headers.get('content-length')) > largestFile + frame)
      return fail(413, beside(fileFaults.tooLarge));
    const form = await request.formData().catch(() => null);
    if (!form) return fail(413, beside(fileFaults.tooLarge));
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') return fail(400, beside(fileFaults.none));
    const verified = await verifyOwnFile(ground, new Uint8Array(await file.arrayBuffer()));
    if (!verified.ok) return fail(400, beside(verified.error.message));
    return { report: verified.value, name: file.name.slice(0, 120) };
  }
};
