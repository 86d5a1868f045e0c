import type { BodyDraft, CategoryDraft, ReportKind, ReportStatus, TemplateDraft } from '#modules/reports';
import {
  createReports,
  listBodies,
  listCategories,
  listTemplates,
  saveCategory,
  saveReportSettings,
  saveTemplate,
  setStatus,
} from '#modules/reports.server';
import { refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';

/** Categories with the key of the body that has them, and invented reports with what became of them. */
export interface ExampleReports {
  bodies: BodyDraft[];
  categories: (CategoryDraft & { body: string })[];
  reports: ExampleReport[];
  /** One nobody at the desk has looked at yet. */
  waiting?: ExampleReport;
  templates?: TemplateDraft[];
}

interface ExampleReport {
  /** Makes a second seed know it again. */
  key: string;
  category: string;
  kind: ReportKind;
  text: string;
  address: string;
  locality: string;
  latitude: number | null;
  longitude: number | null;
  daysAgo: number;
  steps?: ExampleStep[];
}

interface ExampleStep {
  daysAgo: number;
  do: 'status' | 'close' | 'passOn';
  status?: ReportStatus;
  text?: string;
  /** Key of the body it goes to. */
  body?: string;
  message?: string;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Lays out categories, bodies and example reports. The templates come last: a seed that was interrupted goes on where it
 * stopped, a town that has them all keeps what it has.
 */
export async function seedReports(scope: TenantScope, example: ExampleReports): Promise<void> {
  const { waiting, templates = [] } = example;
  const last = templates.length > 0 ? await listTemplates(scope) : await listCategories(scope, { all: true });
  if (last.length > 0) return;
  for (const draft of example.bodies) unlessThere(draft.key, await room.saveBody(scope, { draft }));
  const bodies = new Map((await listBodies(scope)).map(({ key, id }) => [key, id]));
  for (const [position, { body, ...draft }] of example.categories.entries())
    unlessThere(
      draft.key,
      await saveCategory(scope, {
        draft: { isExample: true, ...draft, position, bodyId: bodies.get(body) ?? null },
      }),
    );
  // Nobody has to look at what we wrote ourselves.
  must('settings', await saveReportSettings(scope, { isCheckedFirst: false }));
  for (const report of example.reports) await seedReport(scope, report, bodies);
  must('settings', await saveReportSettings(scope, {}));
  if (waiting) await seedReport(scope, waiting, bodies);
  for (const draft of templates) must(draft.name ?? '', await saveTemplate(scope, { draft }));
}

async function seedReport(
  scope: TenantScope,
  { key, daysAgo, steps = [], ...fields }: ExampleReport,
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  const created = await room.create(before(scope, daysAgo), {
    fields,
    idempotencyKey: `example-report-${key}`,
    origin: '',
    address: '',
    from: { source: 'desk', name: 'Beispiel' },
    isExample: true,
  });
  must(key, created);
  if (!created.ok || created.value.isRepeated) return;
  for (const step of steps) must(key, await take(scope, created.value.id, step, bodies));
}

/** What the desk did about it, some days ago. */
function take(scope: TenantScope, id: string, step: ExampleStep, bodies: ReadonlyMap<string, string>) {
  const then = before(scope, step.daysAgo);
  if (step.do === 'passOn') {
    const bodyId = bodies.get(step.body ?? '') ?? '';
    return room.passOn(then, { id, bodyId, message: step.message ?? '', origin: '' });
  }
  return setStatus(then, { id, status: step.status ?? 'done', answer: step.text ?? '', origin: '' });
}

/** The town as it was some days ago. */
function before(scope: TenantScope, days: number): TenantScope {
  const at = new Date(scope.now().getTime() - days * DAY_MS);
  return { ...scope, now: () => at };
}

/** Examples have no reporter, no picture and write no mail. */
const room = createReports({
  secret: 'examples have no link',
  mail: { send: async () => undefined },
  files: { read: async () => null, remove: async () => undefined, list: noFiles },
  keepPicture: async () => refuse('picture-not-readable'),
  listColleagues: async () => [],
});

// eslint-disable-next-line require-yield -- there are none
async function* noFiles(): AsyncGenerator<string> {
  return;
}

function must(what: string, outcome: { ok: boolean }): void {
  if (!outcome.ok) throw new Error(`the example ${what} was refused: ${JSON.stringify(outcome)}`);
}

/** A key that is taken is one we laid out before. */
function unlessThere(what: string, outcome: Outcome<unknown, string>): void {
  if (!outcome.ok && outcome.details.fields?.key === 'reports.fault.key-taken') return;
  must(what, outcome);
}
