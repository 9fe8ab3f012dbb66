/** Simulated sessions with known truth, for tests and the bench: the model drawn forwards. */
import type { RaschData } from './rasch/data.ts';
import { probabilitiesAt } from './rasch/response.ts';

export interface Random {
  /** Uniform on [0, 1). */
  uniform: () => number;
  normal: () => number;
  beta: (a: number, b: number) => number;
}

/** A reproducible generator (mulberry32, T. Ettinger) with the draws the simulations need. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number) => {
    // Sum of exponentials: shapes are small whole numbers here.
    let sum = 0;
    for (let i = 0; i < shape; i++) sum -= Math.log(1 - uniform());
    return sum;
  };
  const beta = (a: number, b: number) => {
    const x = gamma(a);
    return x / (x + gamma(b));
  };
  return { uniform, normal, beta };
}

export interface SimulatedSession {
  data: RaschData;
  abilities: Float64Array;
  severities: Float64Array;
  difficulties: Float64Array;
  thresholds: readonly number[];
}

export interface SessionPlan {
  candidates: number;
  jurors: number;
  criteria: number;
  /** Jurors who mark each candidate. */
  panel: number;
  seed: number;
  thresholds?: readonly number[];
  /** Share of marks that go missing. */
  missing?: number;
  /** Spread of abilities, severities and difficulties, in logits. */
  spread?: { ability: number; severity: number; difficulty: number };
}

/** Draws a session: each candidate meets `panel` jurors taken at random, on all criteria. */
export function simulateSession(plan: SessionPlan): SimulatedSession {
  const { candidates, jurors, criteria, panel, missing = 0 } = plan;
  const spread = plan.spread ?? { ability: 1.2, severity: 0.5, difficulty: 0.7 };
  const thresholds = plan.thresholds ?? [-1.2, 0, 1.2];
  const random = randomOf(plan.seed);
  const draw = (n: number, deviation: number) =>
    Float64Array.from({ length: n }, () => random.normal() * deviation);
  const abilities = draw(candidates, spread.ability);
  const severities = centred(draw(jurors, spread.severity));
  const difficulties = centred(draw(criteria, spread.difficulty));
  const most = candidates * panel * criteria;
  const candidate = new Uint32Array(most);
  const juror = new Uint16Array(most);
  const criterion = new Uint8Array(most);
  const score = new Uint8Array(most);
  let row = 0;
  for (let c = 0; c < candidates; c++) {
    for (const j of members(random, jurors, panel)) {
      for (let i = 0; i < criteria; i++) {
        if (missing > 0 && random.uniform() < missing) continue;
        candidate[row] = c;
        juror[row] = j;
        criterion[row] = i;
        const x = abilities[c]! - severities[j]! - difficulties[i]!;
        score[row++] = drawLevel(random.uniform(), x, thresholds);
      }
    }
  }
  const label = (letter: string, n: number) => Array.from({ length: n }, (_, k) => `${letter}${k}`);
  return {
    data: {
      facets: [
        { name: 'candidate', labels: label('c', candidates), index: candidate.subarray(0, row) },
        { name: 'juror', labels: label('j', jurors), index: juror.subarray(0, row) },
        { name: 'criterion', labels: label('i', criteria), index: criterion.subarray(0, row) }
      ],
      score: score.subarray(0, row)
    },
    abilities,
    severities,
    difficulties,
    thresholds
  };
}

function members(random: Random, jurors: number, panel: number): Set<number> {
  const chosen = new Set<number>();
  while (chosen.size < panel) chosen.add(Math.floor(random.uniform() * jurors));
  return chosen;
}

function drawLevel(u: number, x: number, thresholds: readonly number[]): number {
  const probabilities = probabilitiesAt(x, thresholds);
  let level = 0;
  let sum = probabilities[0]!;
  while (u > sum && level < thresholds.length) sum += probabilities[++level]!;
  return level;
}

function centred(x: Float64Array): Float64Array {
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  return x.map((v) => v - mean);
}
