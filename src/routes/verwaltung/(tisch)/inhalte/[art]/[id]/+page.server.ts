import { archiveEntry, deleteDraft, reopenEntry } from '#modules/publishing.server';
import { doneAt, refused, requireStaff } from '../../../../desk.server.ts';
import {
  discardInput,
  entryOf,
  kindOf,
  loadEditor,
  previewForm,
  saveForm,
} from '../../../../editor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const kind = kindOf(event.params.art);
  const content = await entryOf(event, kind);
  return { ...(await loadEditor(event, kind, content)), refusal: event.url.searchParams.get('verweigert') };
};

export const actions: Actions = {
  speichern: (event) => saveForm(event, 'stay'),
  einreichen: (event) => saveForm(event, 'submit'),
  veroeffentlichen: (event) => saveForm(event, 'publish'),
  vorschau: previewForm,
  verwerfen: discardInput,
  archivieren: async (event) => {
    requireStaff(event);
    const outcome = await archiveEntry(event.locals.tenant, kindOf(event.params.art), event.params.id);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(event.url.pathname, 'archived');
  },
  zurueckholen: async (event) => {
    requireStaff(event);
    const outcome = await reopenEntry(event.locals.tenant, kindOf(event.params.art), event.params.id);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(event.url.pathname, 'reopened');
  },
  loeschen: async (event) => {
    requireStaff(event);
    const outcome = await deleteDraft(event.locals.tenant, kindOf(event.params.art), event.params.id);
    if (!outcome.ok) return refused(event, outcome);
    doneAt(`/verwaltung/inhalte?art=${event.params.art}`, 'deleted');
  },
};
