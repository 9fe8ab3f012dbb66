import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { check, readProblem, type ProblemInput } from '#session/timetable/index.ts';
import { run } from './program.ts';
import { timetableCommand } from './timetable.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timetable-'));
});
afterAll(() => rm(folder, { recursive: true }));

const session: ProblemInput = {
  days: [{ date: '2026-11-25', from: '09:00', to: '17:00' }],
  candidates: [{ id: 'Ada' }, { id: 'Béa', adaptation: { extraTimeRatio: 1 / 3 } }],
  assessments: [
    { id: 'MS1', kind: 'oral', preparation: { minutes: 10 }, minutes: 15 },
    { id: 'EC2', kind: 'written', minutes: 60 }
  ],
  jurors: [{ id: 'Zoé' }, { id: 'Yan' }],
  panels: [{ id: 'A', jurors: ['Zoé', 'Yan'] }],
  rooms: [
    { id: 'Salon', kind: 'oral' },
    { id: 'Étude', kind: 'preparation', capacity: 2 },
    { id: 'Galerie', kind: 'written', capacity: 20 }
  ]
};

async function timetable(content: unknown, ...options: string[]) {
  const path = join(folder, 'session.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  const said = { out: '', err: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream === 'stdout' ? 'out' : 'err'] += String(text);
      return true;
    })
  );
  try {
    return { status: await run(timetableCommand(), [path, ...options]), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test('--json gives a plan that breaks no rule, with its objective and bound', async () => {
  const { out, err, status } = await timetable(session, '--json', '--rounds', '50');
  expect([status, err]).toEqual([0, '']);
  const { plan, objective, bound, gap, parts } = JSON.parse(out);
  const problem = readProblem(session);
  if (!problem.ok) throw new Error('the example is well formed');
  expect(check(problem.value, { sittings: plan, objective: parts, bound, gap })).toEqual([]);
  expect(objective).toBe(parts.total);
  expect(bound).toBeLessThanOrEqual(objective);
});

test('--gantt draws the day', async () => {
  const drawing = join(folder, 'day.svg');
  const { out, status } = await timetable(session, '--rounds', '20', '--gantt', drawing);
  expect(status).toBe(0);
  expect(out).toMatch(/^4\spassages placés pour 2\scandidats/);
  const svg = await readFile(drawing, 'utf8');
  expect(svg).toMatch(/^<svg[\s\S]+<\/svg>\s*$/);
  expect(svg).toContain('Béa');
});

test('a session without a plan: the constraints that clash, and status 1', async () => {
  const short = { ...session, days: [{ date: '2026-11-25', from: '09:00', to: '09:30' }] };
  const { out, err, status } = await timetable(short, '--json');
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ status: 'infeasible', proved: true });
  expect(err).not.toBe('');
});

test.each([
  ['not JSON', '{', /JSON/],
  ['no room', { ...session, rooms: [] }, /rooms/],
  ['an unknown field', { ...session, rules: { siesta: true } }, /siesta/],
  ['a juror who does not exist', { ...session, jurors: [{ id: 'Zoé' }] }, /Yan/],
  ['two candidates of one name', { ...session, candidates: [{ id: 'Ada' }, { id: 'Ada' }] }, /Ada/]
])('%s: a sentence that says what to correct, and status 2', async (_, content, sentence) => {
  const { out, err, status } = await timetable(content, '--json');
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(sentence);
});

test('--replan moves what a late panel catches up with, and nothing else', async () => {
  const planned = JSON.parse((await timetable(session, '--json', '--rounds', '50')).out);
  const orals = planned.plan
    .filter(({ panel }: { panel: string | null }) => panel !== null)
    .sort((one: { start: string }, other: { start: string }) => (one.start < other.start ? -1 : 1));
  const change = join(folder, 'change.json');
  const incident = { kind: 'panel-late', panel: 'A', minutes: 120 };
  const write = (content: unknown) => writeFile(change, JSON.stringify(content));
  // The panel hears the first candidate until their end, then nobody for two hours.
  const now = orals[0].start.replace(/\d$/, (last: string) => String(Number(last) + 1));
  await write({ now, plan: planned.plan, incidents: [incident] });
  const { out, err, status } = await timetable(session, '--json', '--replan', change);
  expect([status, err]).toEqual([0, '']);
  const put = JSON.parse(out);
  expect(put.status).toBe('replanned');
  expect(put.plan).toHaveLength(planned.plan.length);
  expect(put.moved).not.toEqual([]);
  for (const { before, after } of put.moved) {
    expect(before.panel).toBe('A');
    expect(after.start > before.start).toBe(true);
  }
  const gone = { kind: 'juror-lost', juror: 'Zoé' };
  await write({ now, plan: planned.plan, incidents: [gone] });
  const lost = await timetable(session, '--json', '--replan', change);
  expect(lost.status).toBe(1);
  expect(JSON.parse(lost.out).messages.length).toBeGreaterThan(0);
  await write({ now, plan: planned.plan, incidents: [{ ...gone, juror: 'Personne' }] });
  const unknown = await timetable(session, '--replan', change);
  expect(unknown.status).toBe(2);
  expect(unknown.err).toMatch(/Personne/);
});
