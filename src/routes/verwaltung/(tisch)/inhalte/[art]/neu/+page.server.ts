import { requireStaff } from '../../../../desk.server.ts';
import { discardInput, kindOf, loadEditor, previewForm, saveForm } from '../../../../editor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireStaff(event);
  const title = event.url.searchParams.get('titel')?.slice(0, 300);
  return loadEditor(event, kindOf(event.params.art), null, title ? { title } : {});
};

export const actions: Actions = {
  speichern: (event) => saveForm(event, 'stay'),
  einreichen: (event) => saveForm(event, 'submit'),
  veroeffentlichen: (event) => saveForm(event, 'publish'),
  vorschau: previewForm,
  verwerfen: discardInput,
};
