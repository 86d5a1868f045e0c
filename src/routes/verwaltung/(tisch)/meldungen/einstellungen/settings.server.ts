import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { removeConfiguration } from '#modules/reports.server';
import type { Outcome } from '#platform/outcome';
import { doneAt, refused, requirePermission } from '../../../desk.server.ts';

const BACK = '/verwaltung/meldungen/einstellungen';

type Event = RequestEvent<{ id: string }>;

/** The one an address names among those there are; null under `neu`, where one is made. */
export function settingOf<One extends { id: string }>(
  { params, locals }: Event,
  all: readonly One[],
): One | null {
  const found = all.find(({ id }) => id === params.id);
  if (!found && params.id !== 'neu') error(404, locals.t('identity.unknown'));
  return found ?? null;
}

/** Saving and removing one category, body or template, for those who may. */
export function settingActions(
  what: Parameters<typeof removeConfiguration>[1]['what'],
  save: (event: Event, form: FormData) => Promise<Outcome<unknown, string>>,
) {
  return {
    async speichern(event: Event) {
      requirePermission(event, 'reports.configure');
      const form = await event.request.formData();
      const outcome = await save(event, form);
      if (!outcome.ok) return refused(event, outcome, form);
      doneAt(BACK, 'reports-saved');
    },
    async entfernen(event: Event) {
      requirePermission(event, 'reports.configure');
      const outcome = await removeConfiguration(event.locals.tenant, { what, id: event.params.id });
      if (!outcome.ok) return refused(event, outcome);
      doneAt(BACK, 'reports-removed');
    },
  };
}
