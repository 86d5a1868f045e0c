import { civilDate } from '#platform/formats';
import type { RowFault } from '#platform/formats.server';
import { done, refuse } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import { slugOf } from '#modules/publishing';
import { takeOverPlans } from './commands.server.ts';
import type { PlanSource, TakenOver } from './commands.server.ts';
import { readCalendarPlan, readDistrictPlans, readRostockPlans, readTablePlan } from './plans.server.ts';
import type { OneArea, ReadPlans } from './plans.server.ts';

/** Files the desk takes: all districts at once, the file of one area, or tours with their codes. */
export const PLAN_FORMATS = ['districts', 'calendar', 'table', 'tours'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export interface PlanFile {
  format: PlanFormat;
  bytes: Uint8Array;
  source: PlanSource;
  /** For files of one area: its name, and its streets or villages. */
  area?: { name: string; streets: readonly string[] };
  /** For tours: which code a village has, and in a town that is served street by street, a street. */
  tours?: { year: number; codes: Uint8Array; streets?: { town: string; codes: Uint8Array } };
}

type FileRefusal = 'forbidden' | 'invalid' | 'plan-not-readable' | 'plan-empty';

/** Takes over a file of collection dates. Rows that could not be used are told; the good ones are kept. */
export async function takeOverFile(
  scope: TenantScope,
  file: PlanFile,
): Promise<Outcome<TakenOver & { faults: RowFault[] }, FileRefusal>> {
  if (!scope.may('waste.edit')) return refuse('forbidden');
  if (!file.source.name.trim()) return refuse('invalid', { fields: { source: 'source-missing' } });
  const isOneArea = file.format === 'calendar' || file.format === 'table';
  if (isOneArea && !file.area?.name.trim()) return refuse('invalid', { fields: { area: 'area-missing' } });
  if (file.format === 'tours' && !file.tours?.codes.length)
    return refuse('invalid', { fields: { codes: 'codes-missing' } });
  if (file.format === 'tours' && !(file.tours!.year >= 2000 && file.tours!.year < 2100))
    return refuse('invalid', { fields: { year: 'year-missing' } });
  const read = readFile(scope, file);
  if (!read.ok) return refuse(read.reason, { fields: { file: read.reason } });
  const taken = await takeOverPlans(scope, read.value.plans, file.source);
  return taken.ok ? done({ ...taken.value, faults: read.value.faults }) : taken;
}

function readFile(
  scope: TenantScope,
  file: PlanFile,
): Outcome<ReadPlans, 'plan-not-readable' | 'plan-empty'> {
  if (file.format === 'districts') return readDistrictPlans(file.bytes);
  if (file.format === 'tours') return readRostockPlans({ schedule: file.bytes, ...file.tours! });
  const area = areaOf(file.area!);
  return file.format === 'calendar'
    ? readCalendarPlan(file.bytes, area, civilDate(scope.now()))
    : readTablePlan(file.bytes, area);
}

function areaOf({ name, streets }: { name: string; streets: readonly string[] }): OneArea {
  return {
    key: slugOf(name).slice(0, 60),
    name: name.trim(),
    addresses: streets.map((street) => ({ street: street.trim() })).filter(({ street }) => street),
  };
}
