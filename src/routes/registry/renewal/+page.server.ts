import { can } from '#people';
import { openRenewal, renewalTables, saveRenewal } from '#registry/renewal/index.ts';
import { refuseForm, valueOr } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';
import { askedVersion } from './version.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { ground, actor, language } = locals;
  const asked = askedVersion(url);
  const renewal = valueOr(await openRenewal(ground, actor, asked), language);
  const { figures, ...told } = renewal;
  return {
    ...told,
    period: figures.period,
    jurors: figures.jurors,
    tables: Object.values(renewalTables(renewal, language)),
    earlier: asked !== undefined && asked !== renewal.versions[0]?.version,
    mayWrite: can(actor, 'renewal.write')
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const saved = await saveRenewal(locals.ground, locals.actor, form);
    return saved.ok ? { saved: saved.value } : refuseForm(saved.error, form);
  }
};
