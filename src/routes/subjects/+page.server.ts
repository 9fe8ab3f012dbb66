import { redirect } from '@sveltejs/kit';
import { addSubject, listSubjects, subjectKey } from '#exam';
import { refuseForm, valueOr } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language } }) => ({
  subjects: valueOr(await listSubjects(ground, actor), language).map((subject) => ({
    key: subjectKey(subject),
    assessment: subject.assessment,
    title: subject.title,
    house: subject.house,
    version: subject.version,
    status: subject.lifecycle.status
  }))
});

export const actions: Actions = {
  add: async ({ request, locals }) => {
    const file = (await request.formData()).get('file');
    const text = file instanceof File ? await file.text() : '';
    const added = await addSubject(locals.ground, locals.actor, text);
    if (!added.ok) return refuseForm(added.error);
    redirect(303, `/subjects/${subjectKey(added.value)}`);
  }
};
