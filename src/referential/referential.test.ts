import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allCriteria,
  assessment,
  assessmentOf,
  competence,
  competenceOf,
  competencesOf,
  contentHash,
  criteriaOf,
  criterion,
  criterionCount,
  findAssessment,
  findCompetence,
  findCriterion,
  instructionBlocks,
  loadReferential,
  luxe,
  parseReferential,
  totalMinutes,
  type Referential
} from '#referential';

const tinyText = readFileSync(new URL('./fixtures/tiny.json', import.meta.url), 'utf8');

function loaded(text: string): Referential {
  const result = loadReferential(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const tiny = loaded(tinyText);

describe('the luxury certification', () => {
  test('has 12 competences, 8 assessments and 80 criteria', () => {
    expect(luxe.competences.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, at) => `C${at + 1}`)
    );
    expect(luxe.competences.map(({ criteria }) => criteria.length)).toEqual([
      6, 7, 6, 9, 6, 7, 7, 6, 7, 4, 9, 6
    ]);
    expect(criterionCount(luxe)).toBe(80);
    for (const { id, criteria } of luxe.competences)
      expect(criteria.map((each) => each.id)).toEqual(criteria.map((_, at) => `${id}.${at + 1}`));
  });

  test('assesses each competence where the official table says', () => {
    const places = luxe.assessments.map(({ id, kind, competences }) => [id, kind, ...competences]);
    expect(places).toEqual([
      ['EC1', 'case-study', 'C1', 'C2'],
      ['MS1', 'role-play', 'C3'],
      ['MS2', 'role-play', 'C4'],
      ['MS3', 'role-play', 'C5'],
      ['MS4', 'role-play', 'C6', 'C7', 'C8'],
      ['MS5', 'role-play', 'C9', 'C10'],
      ['EC2', 'case-study', 'C11'],
      ['EC3', 'case-study', 'C12']
    ]);
  });

  test('marks as default, not official, what the text leaves open', () => {
    expect(luxe.scale.source).toBe('default');
    expect(luxe.policy).toEqual({
      source: 'default',
      competenceMean: 2,
      noZero: true,
      notObservedMaxShare: 1 / 3,
      keepMonths: 24,
      minJurors: 2
    });
    expect(luxe.assessments.every(({ durations }) => durations.source === 'default')).toBe(true);
    expect(luxe.assessments.map(({ durations }) => totalMinutes(durations))).toEqual([
      90, 25, 25, 25, 40, 40, 60, 60
    ]);
  });

  test('cannot be changed while it is in use', () => {
    expect(() => Object.assign(luxe.competences[0]!.criteria[0]!, { text: 'autre' })).toThrow();
    expect(() => (luxe.assessments as unknown[]).pop()).toThrow();
  });
});

describe('another certification loads by the same door', () => {
  test('with its own scale, policy and order', () => {
    expect(tiny.title).toBe('Servir le thé');
    expect([tiny.competences.length, tiny.assessments.length, criterionCount(tiny)]).toEqual([
      2, 2, 5
    ]);
    expect(tiny.scale.levels[3].label.en).toBe('Exquisite');
    expect(tiny.policy.minJurors).toBe(3);
  });

  test('and answers the same questions', () => {
    const [first, second] = tiny.competences;
    const role = assessmentOf(tiny, second!.id);
    expect(role.id).toBe('MS1');
    expect(criteriaOf(tiny, role.id).map(({ id }) => id)).toEqual(['C2.1', 'C2.2', 'C2.3']);
    expect(competencesOf(tiny, assessmentOf(tiny, first!.id).id)).toEqual([first]);
    for (const each of allCriteria(tiny)) {
      expect(criterion(tiny, each.id)).toBe(each);
      expect(competenceOf(tiny, each.id).criteria).toContain(each);
    }
    expect(competence(tiny, first!.id)).toBe(first);
    expect(assessment(tiny, role.id)).toBe(role);
  });

  test('and does not know the codes of the first', () => {
    expect(findCompetence(tiny, 'C12')).toBeUndefined();
    expect(findAssessment(tiny, 'MS5')).toBeUndefined();
    expect(findCriterion(tiny, 'C12.6')).toBeUndefined();
    expect(() => competence(tiny, luxe.competences[11]!.id)).toThrow(RangeError);
    expect(() => criteriaOf(tiny, luxe.assessments[4]!.id)).toThrow(RangeError);
  });
});

test('instructions are set as paragraphs and lists, with nothing lost but the dashes', () => {
  expect(instructionBlocks(findAssessment(tiny, 'MS1')!)).toEqual([
    { kind: 'paragraph', text: 'Le candidat sert deux invités :' },
    { kind: 'list', items: ['le premier est pressé', 'le second a le temps'] }
  ]);
  const shape = (id: string) => instructionBlocks(findAssessment(luxe, id)!).map((b) => b.kind);
  expect(shape('EC1')).toEqual(['paragraph', 'list', 'paragraph']);
  expect(shape('MS4')).toEqual(['paragraph', 'paragraph']);
  expect(shape('MS5')).toEqual(['paragraph', 'list']);
});

describe('the content hash', () => {
  test('ignores the order of fields', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, member]) => [key, reversed(member)])
            )
          : value;
    expect(contentHash(loaded(JSON.stringify(reversed(tiny))))).toBe(contentHash(tiny));
  });

  test('changes with one letter', () => {
    const changed = loaded(tinyText.replace('Pas une goutte', 'Pas une Goutte'));
    expect(contentHash(changed)).not.toBe(contentHash(tiny));
  });
});

/** A certification of any size: competences dealt to assessments, any words, any policy. */
const anyReferential = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
    deal: fc.infiniteStream(fc.nat()),
    words: fc.string({ unit: 'grapheme', minLength: 1 }).filter((s) => /^\S(.*\S)?$/u.test(s)),
    mean: fc.double({ min: 0, max: 3, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    months: fc.integer({ min: 0, max: 600 }),
    written: fc.boolean()
  })
  .map(({ sizes, deal, words, mean, share, months, written }) => {
    const hands = sizes.map(() => deal.next().value % sizes.length);
    return {
      ...tiny,
      title: words,
      policy: {
        ...tiny.policy,
        competenceMean: mean,
        notObservedMaxShare: share,
        keepMonths: months
      },
      assessments: [...new Set(hands)].map((hand) => ({
        ...tiny.assessments[written ? 1 : 0],
        id: `MS${hand + 1}`,
        competences: hands.flatMap((each, at) => (each === hand ? [`C${at + 1}`] : []))
      })),
      competences: sizes.map((size, at) => ({
        id: `C${at + 1}`,
        statement: words,
        criteriaIntro: words,
        criteria: Array.from({ length: size }, (_, place) => ({
          id: `C${at + 1}.${place + 1}`,
          text: words
        }))
      }))
    };
  });

test('writing then reading a certification gives it back', () => {
  fc.assert(
    fc.property(anyReferential, (referential) => {
      const once = loaded(JSON.stringify(referential));
      expect(once).toEqual(referential);
      expect(loaded(JSON.stringify(once))).toEqual(once);
    })
  );
});

test('no value of any form makes the reader throw, and a refusal always says why', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (value) => {
      const result = parseReferential(value);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.length).toBeGreaterThan(0);
    })
  );
});
