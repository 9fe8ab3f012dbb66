import { describe, expect, test } from 'vitest';
import { classify } from './classification.ts';
import { cronbachAlpha } from './cronbach.ts';
import { decisionStudy, neededFor } from './decision.ts';
import { generalizabilityStudy, type GeneralizabilityStudy } from './generalizability.ts';
import { column } from './ratings.ts';
import { cran, raschData, reference } from './reference/reference.ts';
import { randomOf } from './simulate.ts';

const componentsOf = (study: GeneralizabilityStudy) =>
  Object.fromEntries(study.components.map((c) => [c.effect.join(':'), c.variance]));

/** Brennan's synthetic data set 4: ten persons, three tasks, twelve raters, four a task. */
function brennan4() {
  const rows = cran.brennan4.scores.flatMap((marks, rater) =>
    marks.map((score, person) => ({ person, task: Math.floor(rater / 4), rater, score }))
  );
  return {
    facets: (['person', 'task', 'rater'] as const).map((name) => ({
      name,
      ...column(rows.map((row) => String(row[name])))
    })),
    score: rows.map((row) => row.score)
  };
}

test('Cronbach’s alpha agrees with alpha of R’s psych', () => {
  expect(cronbachAlpha(reference.agreement.marks).value).toBeCloseTo(
    reference.agreement.cronbach,
    9
  );
});

test('Cronbach’s alpha leaves incomplete candidates out, and says when it has no figure', () => {
  const marks = reference.agreement.marks;
  const some = cronbachAlpha([...marks, [1, null, 2, 3]]);
  expect([some.value, some.candidates]).toEqual([cronbachAlpha(marks).value, marks.length]);
  expect(cronbachAlpha([[1], [2]])).toMatchObject({ value: null, reason: 'too-few-criteria' });
  expect(
    cronbachAlpha([
      [2, 2],
      [2, 2]
    ])
  ).toMatchObject({ value: null, reason: 'constant' });
});

describe('generalizability study', () => {
  test('Brennan (2001), synthetic data set 4, p × (r:t): published components', () => {
    const study = generalizabilityStudy(brennan4())!;
    expect(study.nested).toEqual([['rater', 'task']]);
    const found = componentsOf(study);
    expect(found['person']).toBeCloseTo(0.4731, 3);
    expect(found['task']).toBeCloseTo(0.3252, 3);
    expect(found['task:rater']).toBeCloseTo(0.6475, 3);
    expect(found['person:task']).toBeCloseTo(0.5596, 3);
    expect(found['person:task:rater']).toBeCloseTo(2.3803, 3);
  });

  test('crossed and balanced: the components of lmer of R’s lme4', () => {
    const { data, components } = reference.generalizability;
    const study = generalizabilityStudy({
      ...raschData(data),
      facets: raschData(data).facets.map((f) => ({
        ...f,
        labels: [...f.labels],
        index: Uint32Array.from(f.index)
      }))
    })!;
    const found = componentsOf(study);
    for (const [name, variance] of Object.entries(components)) {
      const effect = name === 'Residual' ? 'candidate:juror:criterion' : name;
      expect(found[effect], effect).toBeCloseTo(variance, 4);
    }
  });

  test('unbalanced and nested (each candidate has jurors of their own): the truth is recovered', () => {
    const random = randomOf(7);
    const rows: { candidate: string; juror: string; criterion: string; score: number }[] = [];
    const easy = Array.from({ length: 12 }, () => random.normal() * 0.6);
    for (let c = 0; c < 600; c++) {
      const able = random.normal();
      for (let j = 0; j < 2 + (c % 2); j++) {
        const severe = random.normal() * 0.5;
        easy.forEach((ease, i) => {
          if (random.uniform() < 0.2) return;
          rows.push({
            candidate: `c${c}`,
            juror: `c${c}j${j}`,
            criterion: `i${i}`,
            score: able + severe + ease + random.normal() * 0.7
          });
        });
      }
    }
    const study = generalizabilityStudy({
      facets: (['candidate', 'juror', 'criterion'] as const).map((name) => ({
        name,
        ...column(rows.map((row) => row[name]))
      })),
      score: rows.map((row) => row.score)
    })!;
    const found = componentsOf(study);
    expect(study.nested).toEqual([['juror', 'candidate']]);
    expect(found['candidate']).toBeCloseTo(1, 0);
    expect(Math.abs(found['candidate']! - 1)).toBeLessThan(0.15);
    expect(Math.abs(found['candidate:juror']! - 0.25)).toBeLessThan(0.04);
    expect(Math.abs(found['candidate:juror:criterion']! - 0.49)).toBeLessThan(0.04);
    expect(Math.abs(found['candidate:criterion']!)).toBeLessThan(0.03);
  });

  test('a single juror leaves nothing to tell apart between jurors', () => {
    const one = generalizabilityStudy({
      facets: [
        { name: 'candidate', ...column(['a', 'a', 'b', 'b']) },
        { name: 'juror', ...column(['j', 'j', 'j', 'j']) }
      ],
      score: [1, 2, 2, 3]
    });
    expect(one).toBeNull();
  });
});

describe('decision study', () => {
  const study = generalizabilityStudy(brennan4())!;

  test('Brennan (2001), ch. 4: three tasks of four raters each give Eρ² .55 and Φ .46', () => {
    const d = decisionStudy(study, { task: 3, rater: 4 });
    expect(d.generalizability).toBeCloseTo(0.4731 / (0.4731 + 0.5596 / 3 + 2.3803 / 12), 4);
    expect(d.dependability).toBeCloseTo(
      0.4731 / (0.4731 + 0.5596 / 3 + 2.3803 / 12 + 0.3252 / 3 + 0.6475 / 12),
      4
    );
    expect(d.sem).toBeCloseTo(Math.sqrt(d.absoluteError), 12);
  });

  test('the number of jurors needed is the first that reaches the target', () => {
    const tasks = neededFor(study, 'task', { task: 3, rater: 4 })!;
    const at = (task: number) => decisionStudy(study, { task, rater: 4 }).dependability;
    expect(at(tasks)).toBeGreaterThanOrEqual(0.8);
    expect(at(tasks - 1)).toBeLessThan(0.8);
  });

  test('no number of raters suffices when the tasks themselves are too few', () => {
    expect(neededFor(study, 'rater', { task: 1, rater: 1 })).toBeNull();
  });

  test('criteria taken as fixed are no source of error', () => {
    const free = decisionStudy(study, { task: 3, rater: 4 });
    const fixed = decisionStudy(study, { task: 3, rater: 4 }, ['task']);
    expect(fixed.universe).toBeCloseTo(0.4731 + 0.5596 / 3, 3);
    expect(fixed.dependability).toBeGreaterThan(free.dependability);
  });
});

describe('classification at the award line', () => {
  test('two simulated sessions of a binomial test decide alike as often as announced', () => {
    const random = randomOf(11);
    const length = 40;
    const [a, b] = [6, 3];
    const sessions: [number, number, number][] = [];
    const draw = (level: number) => {
      let hits = 0;
      for (let i = 0; i < length; i++) if (random.uniform() < level) hits++;
      return hits / length;
    };
    for (let c = 0; c < 20_000; c++) {
      const level = random.beta(a, b);
      sessions.push([level, draw(level), draw(level)]);
    }
    const first = sessions.map(([, x]) => x);
    const mean = first.reduce((sum, x) => sum + x, 0) / first.length;
    const variance = first.reduce((sum, x) => sum + (x - mean) ** 2, 0) / first.length;
    const line = 0.7;
    const result = classify({
      mean,
      variance,
      reliability: length / (length + a + b),
      min: 0,
      max: 1,
      line
    })!;
    const share = (test: (s: [number, number, number]) => boolean) =>
      sessions.filter(test).length / sessions.length;
    expect(result.effectiveLength).toBeGreaterThan(length - 2);
    expect(result.effectiveLength).toBeLessThan(length + 2);
    expect(
      Math.abs(result.consistency - share(([, x, y]) => x >= line === y >= line))
    ).toBeLessThan(0.01);
    expect(Math.abs(result.accuracy - share(([t, x]) => t >= line === x >= line))).toBeLessThan(
      0.01
    );
  });

  test('a more reliable result decides more consistently; shares add up', () => {
    const at = (reliability: number) =>
      classify({ mean: 2, variance: 0.3, reliability, min: 0, max: 3, line: 2 })!;
    expect(at(0.9).consistency).toBeGreaterThan(at(0.6).consistency);
    const { accuracy, wronglyAwarded, wronglyRefused } = at(0.8);
    expect(accuracy + wronglyAwarded + wronglyRefused).toBeCloseTo(1, 12);
  });

  test('no figure without spread, or with a line off the scale', () => {
    const base = { mean: 2, variance: 0.3, reliability: 0.8, min: 0, max: 3, line: 2 };
    expect(classify({ ...base, variance: 0 })).toBeNull();
    expect(classify({ ...base, line: 4 })).toBeNull();
  });
});
