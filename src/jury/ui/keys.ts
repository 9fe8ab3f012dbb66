import type { Level } from '#referential/model.ts';

/** What a key asks for on the marking screen. */
export type KeyIntent =
  | { kind: 'level'; level: Level | null }
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'comment' }
  | { kind: 'jot' };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'repeat'>;

const levels = new Map<string, Level>([
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3]
]);

/**
 * 0 to 3 give a level, N « non observé », arrows or J and K move, C comments, Q takes a quick note. Nothing while a text is
 * being typed, nor with a modifier: those keys are the browser's.
 */
export function keyIntent(event: Key): KeyIntent | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return undefined;
  const key = event.key.toLowerCase();
  const level = levels.get(key);
  if (level !== undefined) return event.repeat ? undefined : { kind: 'level', level };
  switch (key) {
    case 'n':
      return event.repeat ? undefined : { kind: 'level', level: null };
    case 'arrowdown':
    case 'j':
      return { kind: 'move', by: 1 };
    case 'arrowup':
    case 'k':
      return { kind: 'move', by: -1 };
    case 'c':
      return { kind: 'comment' };
    case 'q':
      return { kind: 'jot' };
    default:
      return undefined;
  }
}

function isTyping(target: EventTarget | null): boolean {
  const element = target as Partial<HTMLElement & HTMLInputElement> | null;
  if (element?.isContentEditable) return true;
  if (element?.tagName === 'INPUT') return element.type !== 'radio' && element.type !== 'checkbox';
  return element?.tagName === 'TEXTAREA' || element?.tagName === 'SELECT';
}
