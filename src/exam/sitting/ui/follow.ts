import type { Standing } from '../standing.ts';

/**
 * Listens to where a sitting stands. The browser opens the stream again by itself when it is cut.
 * @returns what ends it
 */
export function follow(sittingId: string, told: (standing: Standing) => void): () => void {
  const source = new EventSource(`/exam/${sittingId}/live`);
  source.onmessage = ({ data }: MessageEvent<string>) => told(JSON.parse(data) as Standing);
  return () => source.close();
}
