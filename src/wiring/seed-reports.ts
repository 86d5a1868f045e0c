import type { BodyDraft, CategoryDraft, ReportKind } from '#modules/reports';
import {
  createReports,
  listBodies,
  listCategories,
  saveBody,
  saveCategory,
  saveReportSettings,
} from '#modules/reports.server';
import { refuse } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';

/** Categories with the key of the body that has them, and invented reports with what became of them. */
export interface ExampleReports {
  bodies: BodyDraft[];
  categories: (CategoryDraft & { body: string })[];
  reports: ExampleReport[];
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
}

const DAY_MS = 24 * 3_600_000;

/** Lays out categories, bodies and example reports; a town that has categories keeps its own. */
export async function seedReports(scope: TenantScope, example: ExampleReports): Promise<void> {
  if ((await listCategories(scope, { all: true })).length > 0) return;
  for (const draft of example.bodies) must(draft.key, await saveBody(scope, { draft }));
  const bodies = new Map((await listBodies(scope)).map(({ key, id }) => [key, id]));
  for (const [position, { body, ...draft }] of example.categories.entries())
    must(
      draft.key,
      await saveCategory(scope, { draft: { ...draft, position, bodyId: bodies.get(body) ?? null } }),
    );
  // Nobody has to look at what we wrote ourselves.
  must('settings', await saveReportSettings(scope, { isCheckedFirst: false }));
  for (const report of example.reports) await seedReport(scope, report);
  must('settings', await saveReportSettings(scope, {}));
}

async function seedReport(scope: TenantScope, { key, daysAgo, ...fields }: ExampleReport): Promise<void> {
  const created = await room.create(before(scope, daysAgo), {
    fields,
    idempotencyKey: `example-report-${key}`,
    origin: '',
    address: '',
    from: { source: 'desk', name: 'Beispiel' },
    isExample: true,
  });
  must(key, created);
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
