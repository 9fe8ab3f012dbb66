import type { StateKind } from '../model.ts';

/** How a state is coloured; its word always goes with it. */
export function toneOf(kind: StateKind): 'neutral' | 'progress' | 'info' | 'success' | 'warning' {
  switch (kind) {
    case 'expected':
      return 'neutral';
    case 'waiting':
    case 'admitted':
      return 'info';
    case 'running':
      return 'progress';
    case 'paused':
    case 'turned-away':
      return 'warning';
    case 'handed-in':
    case 'ended':
      return 'success';
  }
}
