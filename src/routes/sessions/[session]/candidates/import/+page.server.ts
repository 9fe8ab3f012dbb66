import { fail, redirect } from '@sveltejs/kit';
import {
  confirmImport,
  importFaults,
  largestFile,
  openFacts,
  previewImport,
  readMatch
} from '#session';
import type { Refusal } from '#platform/result.ts';
import { refuseForm, valueOr } from '../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const facts = valueOr(
    await openFacts(ground, actor, 'enrolment.manage', params.session),
    language
  );
  return { session: { id: facts.id, title: facts.title }, open: facts.status === 'preparing' };
};

const beside = (code: 'none' | 'tooLarge'): Refusal => ({
  code: `import.${code}`,
  message: importFaults[code](),
  fields: { file: importFaults[code]() }
});

/** Room for the frame of the form around the largest file. */
const frame = 100_000;

/**
 * A form that is too large is refused by the size it declares, before a byte of it is read; one
 * that declares none is cut by the server while it is read.
 */
async function formOf(request: Request): Promise<FormData | null> {
  if (Number(request.headers.get('content-length')) > largestFile + frame) return null;
  return request.formData().catch(() => null);
}

export const actions: Actions = {
  preview: async ({ request, locals, params }) => {
    const form = await formOf(request);
    if (!form) return fail(413, { refusal: beside('tooLarge') });
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') return fail(400, { refusal: beside('none') });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const preview = await previewImport(locals.ground, locals.actor, params.session, bytes);
    if (preview.ok) return { preview: preview.value, name: file.name };
    const { message } = preview.error;
    return refuseForm({ ...preview.error, fields: { file: message } });
  },
  confirm: async ({ request, locals, params }) => {
    const form = await request.formData();
    const ticket = String(form.get('ticket') ?? '');
    const matches = new Map(
      [...form].flatMap(([name, said]) => {
        const [, place] = /^match-(\d{1,4})$/.exec(name) ?? [];
        const match = place === undefined ? undefined : readMatch(String(said));
        return match === undefined ? [] : [[Number(place), match] as const];
      })
    );
    const { ground, actor } = locals;
    const imported = await confirmImport(ground, actor, params.session, ticket, matches);
    if (!imported.ok) return refuseForm(imported.error);
    const counts = Object.entries(imported.value).map(([name, count]) => [name, String(count)]);
    const query = new URLSearchParams([['done', 'imported'], ...counts]);
    redirect(303, `/sessions/${params.session}/candidates?${query}`);
  }
};
