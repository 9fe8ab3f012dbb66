import QRCode from 'qrcode';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  giveSecondFactor,
  mustKeepSecondFactor,
  removeSecondFactor,
  renewBackupCodes,
  secondFactorDraft,
  secondFactorState,
  startSecondFactor,
  type SignedIn
} from '#people';
import { localPath } from '#platform/local-path.ts';
import { passCookies, refuseForm } from '../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

/** The gate lets in whoever signed in, even if they still owe setting this up. */
const personOf = ({ locals }: { locals: App.Locals }): SignedIn => locals.person!;

export const load: PageServerLoad = async (event) => {
  const { ground } = event.locals;
  const person = personOf(event);
  const draft = await secondFactorDraft(ground, event.request.headers, person);
  return {
    state: await secondFactorState(ground, person.actor.userId),
    due: person.owes === 'set-up',
    must: mustKeepSecondFactor(person.actor),
    draft: draft && {
      ...draft,
      qr: await QRCode.toString(draft.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
    }
  };
};

const codeIn = async ({ request }: RequestEvent): Promise<string> =>
  String((await request.formData()).get('code') ?? '');

export const actions: Actions = {
  start: async (event) => {
    const { locals, request } = event;
    const started = await startSecondFactor(locals.ground, request.headers, personOf(event));
    return started.ok ? {} : refuseForm(started.error);
  },
  confirm: async (event) => {
    const { locals, request, cookies, url } = event;
    const code = await codeIn(event);
    const given = await giveSecondFactor(locals.ground, request.headers, personOf(event), code);
    if (!given.ok) return refuseForm(given.error);
    passCookies(given.value, cookies);
    const next = localPath(url.searchParams.get('next'));
    redirect(303, next ?? '/account/security?done');
  },
  codes: async (event) => {
    const { locals, request } = event;
    const codes = await renewBackupCodes(locals.ground, request.headers, personOf(event));
    return codes.ok ? { codes: codes.value } : refuseForm(codes.error);
  },
  remove: async (event) => {
    const { locals, request } = event;
    const code = await codeIn(event);
    const gone = await removeSecondFactor(locals.ground, request.headers, personOf(event), code);
    return gone.ok ? { removed: true } : refuseForm(gone.error);
  }
};
