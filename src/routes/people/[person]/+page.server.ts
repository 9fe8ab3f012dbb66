import {
  can,
  grantRole,
  openPerson,
  readCentres,
  resetSecondFactor,
  revokeRole,
  sendSignInLink
} from '#people';
import type { Result } from '#platform/result.ts';
import { refuseForm, valueOr } from '../../answer.ts';
import { grantsWithCentres } from '../grants.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { grants, ...person } = valueOr(
    await openPerson(locals.ground, locals.actor, params.person),
    locals.language
  );
  const centres = await readCentres(locals.ground.db);
  return {
    person,
    grants: grantsWithCentres(grants, centres),
    centres: centres.map(({ id, name }) => ({ value: id, label: name })),
    mayChange: can(locals.actor, 'people.manage')
  };
};

export const actions: Actions = {
  grant: async ({ request, locals, params }) => {
    const form = await request.formData();
    form.set('userId', params.person);
    const granted = await grantRole(locals.ground, locals.actor, form);
    return granted.ok ? {} : refuseForm(granted.error, form);
  },
  revoke: async ({ request, locals, params }) => {
    const form = await request.formData();
    form.set('userId', params.person);
    return said(await revokeRole(locals.ground, locals.actor, form), {});
  },
  link: async ({ locals, params, getClientAddress }) =>
    said(
      await sendSignInLink(locals.ground, locals.actor, params.person, {
        language: locals.language,
        address: getClientAddress()
      }),
      { done: 'link' as const }
    ),
  reset: async ({ locals, params }) =>
    said(await resetSecondFactor(locals.ground, locals.actor, params.person), {
      done: 'reset' as const
    })
};

const said = <T>(result: Result<unknown>, success: T) =>
  result.ok ? success : refuseForm(result.error);
