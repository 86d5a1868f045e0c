import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Explanation, WorkingCopy } from '#modules/publishing';
import {
  attachMedium,
  checkInput,
  findWorkingCopy,
  listRevisions,
  publishEntry,
  saveEntry,
  submitEntry,
} from '#modules/publishing.server';
import type { AnyKind } from '#modules/publishing.server';
import { townGround } from '#modules/places.server';
import { renderMarkdown } from '#platform/formats';
import { isId } from '#platform/db';
import type { TenantScope } from '#platform/scope.server';
import { identity, kinds } from '#wiring/modules.server';
import { refused, requireStaff, textOf, typedValues } from './desk.server.ts';
import { inputKey, readEntryForm, valuesOfEntry } from './entry-form.ts';
import type { FormValues } from './entry-form.ts';
import { keepUpload, pictureOf } from './pictures.server.ts';

type AnyContent = WorkingCopy<Record<string, unknown>>;
type EditorEvent = Pick<RequestEvent, 'cookies' | 'locals' | 'request' | 'url'> & {
  params: { art: string; id?: string };
};

/** The kind a path of the desk names. */
export function kindOf(art: string): AnyKind {
  const kind = kinds.find(({ path }) => path === art);
  return kind ?? error(404);
}

/** The entry a path names, in any state, with the text that waits for approval. */
export async function entryOf(event: EditorEvent, kind: AnyKind): Promise<AnyContent> {
  const id = event.params.id ?? '';
  const content = isId(id) ? await findWorkingCopy(event.locals.tenant, kind, id) : null;
  return content ?? error(404, event.locals.t('desk.entry.gone'));
}

/** What the editor shows: the entry, or what was typed before and not saved. */
export async function loadEditor(
  event: EditorEvent,
  kind: AnyKind,
  content: AnyContent | null,
  prefilled: FormValues = {},
) {
  const { tenant, town } = event.locals;
  const unsaved = await identity.findInput(tenant, inputKey(kind.kind, content?.id ?? null));
  const { permission, path, fields, categories } = kind;
  return {
    kind: { kind: kind.kind, permission, path, fields, categories },
    entry: content && {
      id: content.id,
      state: content.state,
      slug: content.slug,
      title: content.title,
      authorName: content.authorName,
      updatedAt: content.updatedAt,
      sourceName: content.sourceName,
      isImported: content.exchangeSourceId !== null,
      waiting: content.waiting,
    },
    explanation: content && (await explained(tenant, kind, content.details)),
    saved: content ? valuesOfEntry(content, kind) : prefilled,
    unsaved,
    localities: town.settings.localities,
    ground: fields.some(({ name }) => name === 'latitude') ? await townGround(tenant) : null,
    townName: town.name,
    may: {
      edit: tenant.may(`${permission}.edit`),
      publish: tenant.may(`${permission}.publish`),
      upload: tenant.may('publishing.media'),
    },
  };
}

export function explained(tenant: TenantScope, kind: AnyKind, details: unknown): Promise<Explanation | null> {
  return kind.explain?.(tenant, details) ?? Promise.resolve(null);
}

export type EditorView = Awaited<ReturnType<typeof loadEditor>>;

/** Saves what the form says, then takes the next step of the workflow, if one was asked for. */
export async function saveForm(event: EditorEvent, next: 'stay' | 'submit' | 'publish') {
  const kind = kindOf(event.params.art);
  const form = await readForm(event, kind);
  const { tenant } = event.locals;
  const before = event.params.id ? await entryOf(event, kind) : null;
  const key = inputKey(kind.kind, before?.id ?? null);

  const outcome = await saveEntry(tenant, kind, {
    ...(before ? { id: before.id, version: Number(textOf(form, 'version')) } : {}),
    ...readEntryForm(form, kind, before?.details),
  });
  if (!outcome.ok) {
    await identity.keepInput(tenant, key, typedValues(form));
    return outcome.reason === 'conflict' && before
      ? conflict(event, form, before)
      : refused(event, outcome, form);
  }
  await identity.forgetInput(tenant, key);

  const { id, isWaiting, state } = outcome.value;
  const page = `/verwaltung/inhalte/${kind.path}/${id}`;
  const fault = await addPicture(event, kind, id, form);
  if (fault) redirect(303, `${page}/bilder?verweigert=${fault}`);
  if (isWaiting) redirect(303, `${page}?erledigt=proposed`);
  if (state === 'published') redirect(303, `${page}?erledigt=published`);
  if (next === 'stay') redirect(303, `${page}?erledigt=saved`);
  const step = next === 'submit' ? await submitEntry(tenant, kind, id) : await publishEntry(tenant, kind, id);
  // The text is saved; only the step was refused, and the page of the entry says why.
  if (!step.ok) redirect(303, `${page}?verweigert=${step.reason}`);
  redirect(303, `${page}?erledigt=${next === 'submit' ? 'submitted' : 'published'}`);
}

/** Adds the picture of the form, if one was chosen. The text is safe by then; a refusal only says why the picture is not. */
async function addPicture(
  event: EditorEvent,
  kind: AnyKind,
  id: string,
  form: FormData,
): Promise<string | null> {
  if (!pictureOf(form)) return null;
  const upload = await keepUpload(event, form);
  if (!upload.ok) return upload.reason;
  const attached = await attachMedium(event.locals.tenant, kind, id, upload.medium.id);
  return attached.ok ? null : attached.reason;
}

/** The form of somebody signed in; of somebody whose session just ended the words are kept, and they sign in again. */
async function readForm(event: EditorEvent, kind: AnyKind): Promise<FormData> {
  const form = await event.request.formData();
  const { staff, tenant } = event.locals;
  if (!staff)
    await identity.rescueInput(
      tenant,
      event.cookies,
      inputKey(kind.kind, event.params.id ?? null),
      typedValues(form),
    );
  requireStaff(event);
  return form;
}

/** Somebody else saved in the meantime: both texts are shown, and the next save is made knowing theirs. */
async function conflict(event: EditorEvent, form: FormData, theirs: AnyContent) {
  const [latest] = await listRevisions(event.locals.tenant, theirs.id);
  form.set('version', String(theirs.version));
  const failure = refused(event, { reason: 'conflict', details: {} }, form);
  const { title, summary, body, updatedAt } = theirs;
  const actorName = latest?.actorName ?? theirs.authorName;
  return fail(failure.status, { ...failure.data, theirs: { title, summary, body, updatedAt, actorName } });
}

/** The entry as readers would see it, without saving it; what was typed is kept. */
export async function previewForm(event: EditorEvent) {
  const kind = kindOf(event.params.art);
  const form = await readForm(event, kind);
  const values = typedValues(form);
  await identity.keepInput(event.locals.tenant, inputKey(kind.kind, event.params.id ?? null), values);
  const { draft, details } = readEntryForm(form, kind);
  const checked = checkInput(kind, { draft, details });
  const explanation = checked.ok ? await explained(event.locals.tenant, kind, checked.value.details) : null;
  return { values, faults: [], preview: { ...previewOf(form), explanation } };
}

export function previewOf(form: FormData) {
  const body = textOf(form, 'body');
  return { title: textOf(form, 'title'), summary: textOf(form, 'summary'), html: renderMarkdown(body).html };
}

export async function discardInput(event: EditorEvent) {
  requireStaff(event);
  const kind = kindOf(event.params.art);
  await identity.forgetInput(event.locals.tenant, inputKey(kind.kind, event.params.id ?? null));
  redirect(303, `/verwaltung/inhalte/${kind.path}/${event.params.id ?? 'neu'}`);
}
