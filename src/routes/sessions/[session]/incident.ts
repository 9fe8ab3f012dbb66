import { reportIncident } from '#session';
import { refuseForm } from '../../answer.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** The form that notes an incident, on every page that shows it. */
export async function noteIncident({ request, locals, params }: RequestEvent<{ session: string }>) {
  const form = await request.formData();
  const noted = await reportIncident(locals.ground, locals.actor, params.session, form);
  return noted.ok ? { done: 'reported' as const } : refuseForm(noted.error, form);
}
