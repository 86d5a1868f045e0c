import { listTranslations, saveTranslation } from '#modules/publishing.server';
import type { Translation } from '#modules/publishing.server';
import type { Proposal } from '#modules/publishing';
import { doneAt, refused, requireStaff, textOf } from '../../../../../desk.server.ts';
import { entryOf, kindOf } from '../../../../../editor.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireStaff(event);
  const { tenant } = event.locals;
  const kind = kindOf(event.params.art);
  const entry = await entryOf(event, kind);
  const translations = withProposed(await listTranslations(tenant, entry.id), entry.waiting);
  return {
    kind: { kind: kind.kind, path: kind.path },
    entry,
    translations,
    mayEdit: tenant.may(`${kind.permission}.edit`),
  };
};

export const actions: Actions = {
  default: async (event) => {
    requireStaff(event);
    const form = await event.request.formData();
    const text = {
      title: textOf(form, 'title'),
      summary: textOf(form, 'summary'),
      body: textOf(form, 'body'),
      isMachineMade: form.has('isMachineMade'),
    };
    const kind = kindOf(event.params.art);
    const outcome = await saveTranslation(
      event.locals.tenant,
      kind,
      event.params.id,
      textOf(form, 'language'),
      text,
    );
    if (!outcome.ok) return refused(event, outcome, form);
    doneAt(event.url.pathname, outcome.value.isWaiting ? 'proposed' : 'translated');
  },
};

/** A translation that waits for approval is the one to write on. */
function withProposed(
  saved: readonly Translation[],
  waiting: readonly Proposal[],
): Omit<Translation, 'updatedAt'>[] {
  const proposed = waiting
    .filter(({ part }) => part.startsWith('translation-'))
    .map(({ payload }) => payload as unknown as Omit<Translation, 'updatedAt'>);
  return [...saved.filter(({ language }) => !proposed.some((one) => one.language === language)), ...proposed];
}
