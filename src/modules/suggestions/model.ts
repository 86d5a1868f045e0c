import * as v from 'valibot';
import { ACCESSIBILITY_FACTS, EVENT_CATEGORIES } from '#modules/events';
import { isCivilDate } from '#platform/formats';

export type SuggestionState = 'preview' | 'sent' | 'published' | 'declined';

/** Where a re-encoded picture is kept until it belongs to an entry. */
export interface KeptPicture {
  key: string;
  mediaType: string;
  width: number;
  height: number;
  sizeBytes: number;
}

const text = (max: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max, 'suggestions.fault.too-long')), '');
const filled = (max: number, fault: string) =>
  v.optional(
    v.pipe(v.string(), v.trim(), v.minLength(2, fault), v.maxLength(max, 'suggestions.fault.too-long')),
    '',
  );
const day = (fault: string) => v.pipe(v.string(), v.trim(), v.check(isCivilDate, fault));
const optionalDay = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((one) => one === '' || isCivilDate(one), 'suggestions.fault.day'),
  ),
  '',
);
const clock = v.optional(
  v.pipe(v.string(), v.trim(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'suggestions.fault.time')),
  '',
);
const ticked = (fault: string) => v.optional(v.pipe(v.string(), v.literal('ja', fault)), '');

/** What anyone who puts an event into the calendar says about it. */
const event = {
  title: filled(120, 'suggestions.fault.title'),
  day: v.optional(day('suggestions.fault.day'), ''),
  from: clock,
  untilDay: optionalDay,
  until: clock,
  venue: filled(200, 'suggestions.fault.venue'),
  street: text(200),
  description: filled(4000, 'suggestions.fault.description'),
  category: v.optional(v.union([v.literal(''), v.picklist(EVENT_CATEGORIES)]), ''),
  price: text(200),
  link: v.optional(
    v.pipe(v.string(), v.trim(), v.regex(/^(https?:\/\/[^\s<>"]{3,500})?$/i, 'suggestions.fault.link')),
    '',
  ),
  accessibility: v.optional(v.array(v.picklist(ACCESSIBILITY_FACTS)), []),
  alt: text(200),
};

export const suggestionDraft = v.object({
  ...event,
  organizer: text(200),
  contact: text(300),
  name: filled(120, 'suggestions.fault.name'),
  email: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200), v.email('suggestions.fault.email')), ''),
  rights: v.optional(v.string(), ''),
  consent: ticked('suggestions.fault.consent'),
});
export type SuggestionDraft = v.InferOutput<typeof suggestionDraft>;

export const organiserEventDraft = v.object({
  ...event,
  contact: text(300),
  rights: v.optional(v.string(), ''),
});
export type OrganiserEventDraft = v.InferOutput<typeof organiserEventDraft>;

export const organiserDraft = v.object({
  name: filled(120, 'suggestions.fault.name'),
  email: v.pipe(v.string(), v.trim(), v.maxLength(200), v.email('suggestions.fault.email')),
});

export interface Organiser {
  id: string;
  name: string;
  email: string;
  invitedAt: Date;
  invitedBy: string;
  disabledAt: Date | null;
  /** The day on which name and address go, once the trust has ended. */
  eraseOn: string | null;
  lastSeenAt: Date | null;
  events: number;
}
