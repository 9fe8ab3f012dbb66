import { error, redirect } from '@sveltejs/kit';
import { readJurorSheet } from '#jury';
import { statusOf } from '../../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const sheet = await readJurorSheet(locals.ground, locals.actor, params.sitting);
  if (sheet.ok) return { sheet: sheet.value, immersive: true };
  const { code, message } = sheet.error;
  if (code === 'jury.undeclared') redirect(303, '/jury');
  error(
    code.startsWith('jury.') && code !== 'jury.unknown' ? 403 : statusOf(sheet.error),
    message[locals.language]
  );
};
