import { getContext, setContext } from 'svelte';

/** Whether the form around a component is being sent. */
export interface FormState {
  readonly sending: boolean;
}

const key = Symbol('form');

export const provideForm = (state: FormState): FormState => setContext(key, state);

export const enclosingForm = (): FormState =>
  getContext<FormState | undefined>(key) ?? { sending: false };
