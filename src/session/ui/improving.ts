/** What the server tells of a search, a line of JSON at a time; see the route timetable/improve. */
import type { Refusal } from '#platform/result.ts';

export interface Told {
  /** `gap` is null until everyone has a place; `share` is how much of the time is spent. */
  progress?: { share: number; unplaced: number; gap: number | null };
  done?: { gap: number };
  refusal?: Refusal;
}

/** Reads a stream of lines of JSON as they come, however they are cut on the way. */
export async function* linesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>
): AsyncGenerator<Told> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line) as Told;
  }
}
