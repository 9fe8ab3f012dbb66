import type { Origin } from '../../trace/edits.ts';

/**
 * Where the words of an input event come from, by its type (W3C Input Events, level 2). One that has
 * no type was made by no hand: a program, an extension, a form that was filled by itself.
 */
export function originOf(inputType: string | undefined): Origin {
  switch (inputType) {
    case undefined:
    case '':
    case 'insertReplacementText':
    case 'insertFromDrop':
    case 'deleteByDrag':
      return { kind: 'replaced' };
    case 'insertFromPaste':
    case 'insertFromPasteAsQuotation':
    case 'insertFromYank':
      return { kind: 'pasted' };
    case 'historyUndo':
    case 'historyRedo':
      return { kind: 'undone' };
    default:
      return { kind: 'typed' };
  }
}
