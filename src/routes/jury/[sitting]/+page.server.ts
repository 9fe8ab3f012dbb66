import { error, redirect } from '@sveltejs/kit';
import { readJurorSheet } from '#jury';
import { fill } from '#jury/ui/fill.ts';
import { sheetWords } from '#jury/ui/words.ts';
import { statusOf } from '../../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ground, actor, language }, params }) => {
  const sheet = await readJurorSheet(ground, actor, params.sitting, language);
  if (!sheet.ok) {
    const { code, message } = sheet.error;
    // The day says first what has to be declared.
    if (code === 'jury.undeclared') redirect(303, '/jury');
    const barred = code === 'jury.removed' || code === 'jury.conflict';
    error(barred ? 403 : statusOf(sheet.error), message[language]);
  }
  const { assessment, candidate } = sheet.value;
  const words = sheetWords[language];
  return {
    sheet: sheet.value,
    words,
    title: fill(words.title, { assessment: assessment.id, ...candidate }),
    immersive: true
  };
};
