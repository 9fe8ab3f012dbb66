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
