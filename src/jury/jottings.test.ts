import { expect, test } from 'vitest';
import type { CriterionId } from '#referential/model.ts';
import { attached, jottingId, jottingsOf, longestComment, type NoteId } from './jottings.ts';

test('quick notes are told from comments, oldest first', () => {
  const notes = new Map<NoteId, string>([
    [jottingId('0190-b'), 'A repris le prénom'],
    ['C6.1' as CriterionId, 'commentaire en cours'],
    [jottingId('0190-a'), 'Regard fuyant']
  ]);
  expect(jottingsOf(notes).map(({ text }) => text)).toEqual([
    'Regard fuyant',
    'A repris le prénom'
  ]);
});

test('a note goes under the comment, and never makes it longer than a comment may be', () => {
  expect(attached('', ' Regard fuyant ')).toBe('Regard fuyant');
  expect(attached('Bien.', 'Regard fuyant')).toBe('Bien.\nRegard fuyant');
  expect(attached('a'.repeat(longestComment - 2), 'b')).toHaveLength(longestComment);
  expect(attached('a'.repeat(longestComment - 1), 'b')).toBeUndefined();
});
