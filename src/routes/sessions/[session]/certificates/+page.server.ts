import { can } from '#people';
import {
  credentialHrefs,
  issueCertificates,
  liftSuspension,
  revokeCertificate,
  sendResults,
  sessionAwards,
  stateOf,
  suspendCertificate
} from '#parchment';
import { refuseForm, valueOr } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { ground, actor, language } = locals;
  const { minutes, lines } = valueOr(await sessionAwards(ground, actor, params.session), language);
  const isHeld = (line: (typeof lines)[number]) =>
    line.certificates.some(({ revokedAt }) => !revokedAt);
  return {
    minutes,
    lines: lines.map(({ certificates, ...line }) => ({
      enrolmentId: line.enrolmentId,
      number: line.number,
      name: line.name,
      outcome: line.outcome,
      letterSentAt: line.letterSentAt,
      certificates: certificates.map((certificate) => ({
        number: certificate.number,
        state: stateOf(certificate),
        files: credentialHrefs(certificate.number)
      }))
    })),
    missing: lines.filter((line) => line.outcome === 'awarded' && !isHeld(line)).length,
    takenBack: lines.filter((line) => line.outcome !== 'awarded' && isHeld(line)).length,
    mayIssue: can(actor, 'certificate.issue'),
    mayRevoke: can(actor, 'certificate.revoke')
  };
};

export const actions: Actions = {
  issue: async ({ locals, params }) => {
    const issued = await issueCertificates(locals.ground, locals.actor, params.session);
    if (!issued.ok) return refuseForm(issued.error);
    return { issued: issued.value.issued.length, revoked: issued.value.revoked.length };
  },
  send: async ({ request, locals, params }) => {
    const only = (await request.formData()).get('enrolment');
    const sending = await sendResults(
      locals.ground,
      locals.actor,
      params.session,
      typeof only === 'string' ? only : undefined
    );
    return sending.ok ? { sending: sending.value } : refuseForm(sending.error);
  },
  revoke: async ({ request, locals }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const { ground, actor } = locals;
    const done = await revokeCertificate(ground, actor, text('number'), text('reason'));
    return done.ok ? { done: done.value } : refuseForm(done.error, form);
  },
  suspend: async ({ request, locals }) => {
    const form = await request.formData();
    const text = (name: string) => String(form.get(name) ?? '');
    const { ground, actor } = locals;
    const done = await suspendCertificate(ground, actor, text('number'), text('reason'));
    return done.ok ? { done: done.value } : refuseForm(done.error, form);
  },
  lift: async ({ request, locals }) => {
    const number = String((await request.formData()).get('number') ?? '');
    const done = await liftSuspension(locals.ground, locals.actor, number);
    return done.ok ? { done: done.value } : refuseForm(done.error);
  }
};
