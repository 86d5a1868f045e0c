import { shiftByHolidays } from '#modules/waste';
import type { AreaPlanInput, Stream } from '#modules/waste';
import { listAreas, takeOverPlans } from '#modules/waste.server';
import { addDays, civilDate, holidayCalendar } from '#platform/formats';
import type { State } from '#platform/formats';
import type { TenantScope } from '#platform/scope.server';

/** Rules of an invented plan: from a first day on, every so many days, holidays push as they do in real plans. */
export interface ExampleWaste {
  source: string;
  areas: {
    key: string;
    name: string;
    addresses: AreaPlanInput['addresses'];
    streams: { stream: Stream; first: string; everyDays: number }[];
  }[];
}

const YEARS_AHEAD = 1;

/** Lays out the example plan from this year to the end of the next; a town that has plans keeps them. */
export async function seedWaste(scope: TenantScope, example: ExampleWaste, state: string): Promise<void> {
  if ((await listAreas(scope)).length > 0) return;
  const year = Number(civilDate(scope.now()).slice(0, 4));
  const span = { from: `${year}-01-01`, to: `${year + YEARS_AHEAD}-12-31` };
  const holidays = holidayCalendar(state as State);
  const plans = example.areas.map(({ key, name, addresses, streams }) => ({
    key,
    name,
    addresses,
    collections: streams.flatMap(({ stream, first, everyDays }) =>
      daysOf(first, everyDays, span).map((day) => ({ stream, date: shiftByHolidays(day, holidays) })),
    ),
  }));
  const taken = await takeOverPlans(scope, plans, { name: example.source, isExample: true });
  if (!taken.ok) throw new Error(`the example plan was refused: ${JSON.stringify(taken.details)}`);
}

function daysOf(first: string, everyDays: number, span: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let day = first; day <= span.to; day = addDays(day, everyDays)) if (day >= span.from) days.push(day);
  return days;
}
