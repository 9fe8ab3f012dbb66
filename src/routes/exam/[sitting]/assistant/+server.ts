import { ask, faultSentences, readConversation, readProvider } from '#exam/assistant/index.ts';
import type { AnswerLine } from '#exam/assistant/ui/stream.ts';
import { answerLines } from '#platform/json-lines.ts';
import { answerProgram, jsonOf } from '../../../program.ts';
import type { RequestHandler } from './$types';

/** The candidate's conversation with the assistant. */
export const GET: RequestHandler = async ({ locals: { ground, actor, language }, params }) =>
  answerProgram(await readConversation(ground, actor, params.sitting, readProvider()), language);

/** Asks: the answer comes a line of JSON at a time, as it is written. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const { ground, actor, language } = locals;
  // The page went away, or the candidate stopped the answer.
  const stop = new AbortController();
  const question = await jsonOf(request);
  const asked = await ask(ground, actor, params.sitting, question, readProvider(), stop.signal);
  if (!asked.ok) return answerProgram(asked, language);
  return answerLines<AnswerLine>(stop, async (say) => {
    for (;;) {
      // Until its own end, even when nobody listens any more: what came is then stored.
      const next = await asked.value.next();
      if (!next.done) {
        say({ kind: 'words', text: next.value });
        continue;
      }
      const { ending, leftPercent } = next.value;
      const message = ending.kind === 'fault' ? faultSentences[ending.fault][language] : null;
      return say({ kind: 'end', ending, leftPercent, message });
    }
  });
};
