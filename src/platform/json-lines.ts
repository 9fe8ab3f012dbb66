/** Lines of JSON over the network (application/x-ndjson): one by one as they are known. */

/** Reads a stream of lines of JSON as they come, however they are cut on the way. */
export async function* jsonLines<Line>(
  body: ReadableStream<Uint8Array<ArrayBuffer>>
): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line) as Line;
  }
}

/**
 * Answers with lines as `tell` says them.
 * @param stop aborted when whoever asked stops listening: what is said after that is lost
 */
export function answerLines<Line>(
  stop: AbortController,
  tell: (say: (line: Line) => void) => Promise<void>
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      await tell((line) => {
        if (!stop.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      });
      if (!stop.signal.aborted) controller.close();
    },
    cancel: () => stop.abort()
  });
  return new Response(body, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
  });
}
