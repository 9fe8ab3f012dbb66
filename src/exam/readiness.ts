/** What the exam of a session lacks, besides what the session itself asks before it opens. */
import { assessmentsFor, type SessionFacts } from '#session/model.ts';
import type { Phrase } from '#platform/language.ts';
import { isAssisted } from './assistant/model.ts';
import { assistantReadiness, type ProviderConfig } from './assistant/config.ts';

/** One sentence for each thing to settle before the assessments; none of them holds the day back. */
export function examGaps(facts: SessionFacts, provider: ProviderConfig | null): Phrase[] {
  const assisted = facts.enrolments.some((each) =>
    assessmentsFor(facts.referential, each).some(({ id }) => isAssisted(id))
  );
  const ready = assistantReadiness(provider);
  return assisted && !ready.ok ? [ready.error.message] : [];
}
