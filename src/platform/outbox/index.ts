import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

/** A form on its way; `fields` are empty as soon as it was sent. */
export interface KeptForm {
  id: string;
  /** Path of the page with the form. */
  path: string;
  /** Its first words, so that the person knows which one it is. */
  title: string;
  fields: [name: string, value: string | File][];
  keptAt: Date;
  state: 'waiting' | 'sent' | 'refused';
  /** Where the sent form can be followed. */
  link: string | null;
}

interface Shelf extends DBSchema {
  forms: { key: string; value: KeptForm };
}

const DAYS_SHOWN = 30;
const DAY_MS = 24 * 3_600_000;

/** The name under which the browser wakes the service worker when the network is back. */
export const OUTBOX_TAG = 'outbox';

/** Keeps a filled-in form until it can be sent. */
export async function keepForm(form: Pick<KeptForm, 'id' | 'path' | 'title' | 'fields'>): Promise<void> {
  const kept: KeptForm = { ...form, keptAt: new Date(), state: 'waiting', link: null };
  await withShelf((shelf) => shelf.put('forms', kept));
}

/** All forms of this device, newest first. */
export async function listForms(now = new Date()): Promise<KeptForm[]> {
  return withShelf(async (shelf) => {
    const forms = await shelf.getAll('forms');
    const isOver = (form: KeptForm) =>
      form.state === 'sent' && now.getTime() - form.keptAt.getTime() > DAYS_SHOWN * DAY_MS;
    for (const form of forms.filter(isOver)) await shelf.delete('forms', form.id);
    return forms
      .filter((form) => !isOver(form))
      .sort((one, other) => other.keptAt.getTime() - one.keptAt.getTime());
  });
}

/** Writes down what became of a form. */
export async function changeForm(form: KeptForm, change: Partial<KeptForm>): Promise<KeptForm> {
  const changed = { ...form, ...change };
  await withShelf((shelf) => shelf.put('forms', changed));
  return changed;
}

/** Takes a form off this device. */
export async function removeForm(id: string): Promise<void> {
  await withShelf((shelf) => shelf.delete('forms', id));
}

/** Opened for one piece of work: an open connection would hold up the next version of the store. */
async function withShelf<T>(work: (shelf: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> {
  const shelf = await openDB<Shelf>('outbox', 1, {
    upgrade: (database) => void database.createObjectStore('forms', { keyPath: 'id' }),
  });
  try {
    return await work(shelf);
  } finally {
    shelf.close();
  }
}
