import { error } from '@sveltejs/kit';
import { authorise } from '#people';
import { audit, subjectsOf } from '#parchment';
import { readLedger } from '#platform/ledger.ts';
import { refuseForm, valueOr } from '../answer.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 60;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { ground, actor, language } = locals;
  valueOr(authorise(actor, 'ledger.read'), language);
  const about = url.searchParams.get('about') || undefined;
  // An act that we do not know is looked for as well: nothing is found, and nothing else is shown.
  const act = url.searchParams.get('act') || undefined;
  const before = Number(url.searchParams.get('before')) || undefined;
  if (before !== undefined && (!Number.isSafeInteger(before) || before < 1)) error(404);
  const found = await readLedger(ground.db, {
    subject: about,
    action: act,
    before,
    limit: pageSize + 1
  });
  const entries = found.slice(0, pageSize);
  const names = await subjectsOf(ground.db, [
    ...entries.flatMap(({ actor: by, subject }) => [by, subject]),
    ...(about ? [about] : [])
  ]);
  return {
    entries: entries.map(({ place, at, actor: by, action, subject, payload, hash }) => ({
      place,
      at,
      by: by === 'system' ? null : (names.get(by)?.name ?? ''),
      action,
      subject,
      about: names.get(subject)?.name ?? '',
      detail: detailOf(payload),
      hash
    })),
    filter: {
      act: act ?? '',
      about: about ?? '',
      name: about ? (names.get(about)?.name ?? '') : ''
    },
    older: found.length > pageSize ? (entries.at(-1)?.place ?? null) : null,
    isFirst: before === undefined
  };
};

/** What a payload adds that a person can read: a version, a number, a target; never a digest or an id. */
function detailOf(payload: Record<string, unknown>): string {
  const { number, target, version, role, criterion } = payload;
  return [number, target, criterion, role, version === undefined ? undefined : `v${version}`]
    .filter((each) => typeof each === 'string')
    .join(' · ');
}

export const actions: Actions = {
  verify: async ({ locals }) => {
    const { ground, actor } = locals;
    const allowed = authorise(actor, 'ledger.read');
    if (!allowed.ok) return refuseForm(allowed.error);
    return { report: await audit(ground.db), at: ground.clock.now() };
  }
};
