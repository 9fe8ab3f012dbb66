/**
 * How fast are many-facet Rasch measures, and how near to the speed of memory?
 *
 *   node bench/rasch.ts --candidates 100000 --jurors 400 --criteria 80 --panel 2 [--model pcm]
 *                       [--method mml] [--json] [--tam]
 *
 * Simulates a session, fits it, and compares each pass over the marks with a plain sum over the
 * same arrays in the same run. --tam also times R's TAM on the same marks, when it is installed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../src/insight/rasch/connection.ts';
import type { RaschData } from '../src/insight/rasch/data.ts';
import { fitSums } from '../src/insight/rasch/fit.ts';
import { fitJoint } from '../src/insight/rasch/jmle.ts';
import { findLevels } from '../src/insight/rasch/levels.ts';
import { type Layout, layOut } from '../src/insight/rasch/layout.ts';
import { fitMarginal } from '../src/insight/rasch/mml.ts';
import { simulateSession } from '../src/insight/simulate.ts';

const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '100000' },
    jurors: { type: 'string', default: '400' },
    criteria: { type: 'string', default: '80' },
    panel: { type: 'string', default: '2' },
    missing: { type: 'string', default: '0' },
    model: { type: 'string', default: 'rsm' },
    method: { type: 'string', default: 'jmle' },
    json: { type: 'boolean', default: false },
    tam: { type: 'boolean', default: false }
  }
});

const seconds: Record<string, number> = {};
function timed<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  seconds[name] = (performance.now() - start) / 1000;
  return result;
}

const session = timed('simulate', () =>
  simulateSession({
    candidates: Number(values.candidates),
    jurors: Number(values.jurors),
    criteria: Number(values.criteria),
    panel: Number(values.panel),
    missing: Number(values.missing),
    seed: 2026
  })
);
const { data } = session;
const marginal = values.method === 'mml';

const levels = timed('levels', () => findLevels(data, 2, values.model === 'pcm', marginal));
if ('refusal' in levels) throw new Error(levels.refusal);
const layout = timed('layout', () => layOut(data, levels));
const connection = timed('connection', () => connect(data, layout, marginal ? 2 : 0));
/** Processor seconds: on a shared machine, steadier than the clock. */
const cpu = () => process.cpuUsage().user / 1e6;
const passes: number[] = [];
let last = cpu();
const fit = timed('fit', () => {
  last = cpu();
  return (marginal ? fitMarginal : fitJoint)(layout, connection, {
    tolerance: 1e-6,
    maxIterations: 200,
    onPass: () => {
      const now = cpu();
      passes.push(now - last);
      last = now;
    }
  });
});
timed('fitStatistics', () => fitSums(layout, fit.abilities, fit.x));

/** Arrays that every pass reads, and a plain sum over them: the speed of memory from this language. */
const arrays = [
  layout.inner,
  layout.blockRow,
  layout.objectBlock,
  layout.objectScore,
  fit.abilities,
  ...layout.outer
];
const bytes = arrays.reduce((sum, array) => sum + array.byteLength, 0);
let kept = 0;
function plainPass(): number {
  const start = cpu();
  for (const array of arrays) kept += sumOf(array);
  return cpu() - start;
}
function sumOf(array: Layout['inner'] | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < array.length; i++) sum += array[i]!;
  return sum;
}
const plain = median(Array.from({ length: 9 }, plainPass).slice(2));
const pass = median(passes.slice(2));

const result = {
  marks: data.score.length,
  plan: { ...values },
  seconds,
  iterations: fit.ascent.iterations,
  converged: fit.ascent.converged,
  passes: passes.length,
  cpuSecondsPerPass: pass,
  cpuSecondsPlainPass: plain,
  timesPlainPass: pass / plain,
  bytesPerPass: bytes,
  megabytesPerSecond: bytes / pass / 1e6,
  megabytesPerSecondPlain: bytes / plain / 1e6,
  nanosecondsPerMark: (pass / data.score.length) * 1e9,
  peakMemoryMegabytes: process.resourceUsage().maxRSS / 1024,
  severityError: rootMeanSquare(session.severities, fit.x),
  tam: values.tam ? tamSeconds(data) : null,
  checksum: kept
};
if (values.json) console.log(JSON.stringify(result, null, 2));
else {
  for (const [key, value] of Object.entries(result)) {
    console.log(key.padEnd(26), typeof value === 'object' ? JSON.stringify(value) : value);
  }
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function rootMeanSquare(truth: Float64Array, found: Float64Array): number {
  return Math.sqrt(truth.reduce((sum, t, i) => sum + (t - found[i]!) ** 2, 0) / truth.length);
}

/** Seconds of tam.mml.mfr on the same marks, without reading the file; null when R lacks TAM. */
function tamSeconds({ facets, score }: RaschData): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const rows = Array.from(score, (s, row) => `${facets.map((f) => f.index[row]).join()},${s}`);
  writeFileSync(join(folder, 'marks.csv'), `candidate,juror,criterion,score\n${rows.join('\n')}\n`);
  const script = `
    suppressPackageStartupMessages(library(TAM))
    d <- read.csv("${join(folder, 'marks.csv')}")
    w <- reshape(d, idvar = c("candidate", "juror"), timevar = "criterion", direction = "wide")
    x <- as.matrix(w[, -(1:2)]); colnames(x) <- paste0("c", seq_len(ncol(x)))
    t <- system.time(tam.mml.mfr(x, facets = data.frame(juror = w$juror), formulaA = ~ item + juror + step,
      pid = w$candidate, verbose = FALSE, control = list(progress = FALSE)))
    cat(t[["elapsed"]])`;
  const { stdout, status } = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return status === 0 ? Number(stdout.trim().split(/\s/).at(-1)) : null;
}
