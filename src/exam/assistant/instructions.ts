import { digest } from '#platform/canonical.ts';
import instructions from './data/instructions.json' with { type: 'json' };

/** What the provider is told before a conversation: the same for all, and shown to all. */
export const { version: instructionsVersion, text: instructionsText } = instructions;

/** Kept with each question, so that it is known later what the provider had been told. */
export const instructionsHash = digest(instructions);
