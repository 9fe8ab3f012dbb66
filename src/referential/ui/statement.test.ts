import { describe, expect, it } from 'vitest';
import { frenchSpaces } from '#platform/typography.ts';
import { luxe } from '../index.ts';
import { cutStatement } from './statement.ts';

describe('a statement cut for the page', () => {
  it('loses no word of any competence', () => {
    for (const { statement } of luxe.competences) {
      const { opening, rest } = cutStatement(statement);
      expect(`${opening} ${rest}`).toBe(frenchSpaces(statement));
    }
  });

  it('keeps a statement of one clause whole', () => {
    expect(cutStatement('Accueillir un client')).toEqual({
      opening: 'Accueillir un client',
      rest: ''
    });
  });
});
