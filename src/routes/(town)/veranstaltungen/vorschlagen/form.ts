import { textsOf } from '../../sent-form.ts';

const TEXTS = [
  'title',
  'day',
  'from',
  'untilDay',
  'until',
  'venue',
  'street',
  'description',
  'category',
  'organizer',
  'contact',
  'price',
  'link',
  'alt',
  'rights',
  'name',
  'email',
  'consent',
  'ticket',
  'website',
] as const;

export type EventValues = Record<string, string | string[]>;

/** What a form says about an event: its texts, its ticks, and the picture as bytes. */
export async function readEventForm(
  form: FormData,
): Promise<{ values: EventValues; picture: Uint8Array | null }> {
  const file = form.get('picture');
  return {
    values: {
      ...textsOf(form, TEXTS),
      accessibility: form.getAll('accessibility').filter((one) => typeof one === 'string'),
    },
    picture: file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null,
  };
}
