import type { SourceDraft } from '#modules/exchange';
import { createTownExchange } from '#wiring/exchange.server';
import { textOf } from './desk.server.ts';

export const exchange = createTownExchange();

/** What the form of a source says; parts it does not show stay as they are. */
export function readSourceForm(form: FormData, before: Partial<SourceDraft> = {}): SourceDraft {
  const hours = textOf(form, 'quietAfterHours');
  const minutes = textOf(form, 'scheduleMinutes');
  return {
    ...before,
    name: textOf(form, 'name'),
    importer: (textOf(form, 'importer') || before.importer) as SourceDraft['importer'],
    target: textOf(form, 'target') || before.target || '',
    url: textOf(form, 'url') || null,
    licence: textOf(form, 'licence') || null,
    attribution: textOf(form, 'attribution') || null,
    scheduleMinutes: minutes ? Number(minutes) : null,
    quietAfterHours: hours ? Number(hours) : null,
    publishAs: textOf(form, 'publishAs') === 'published' ? 'published' : 'draft',
    isEnabled: form.has('isEnabled'),
  };
}

/** The document somebody handed in by hand, if there is one. */
export async function documentOf(form: FormData): Promise<{ bytes?: Uint8Array }> {
  const file = form.get('document');
  if (!(file instanceof File) || file.size === 0) return {};
  return { bytes: new Uint8Array(await file.arrayBuffer()) };
}
