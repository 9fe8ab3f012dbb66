import type { Problem } from './model.ts';
export type Clash = { kind: string };
export async function clashesOf(_problem: Problem): Promise<Clash[]> {
  return [];
}
