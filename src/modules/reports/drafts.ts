import * as v from 'valibot';
import { BODY_LEVELS, QUESTION_TYPES, REPORT_KINDS, REPORT_STATUSES } from './model.ts';

export const TEXT_MAX = 4000;
export const PHOTOS_MAX = 5;

const text = (max: number) =>
  v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max, 'reports.fault.too-long')), '');
const words = (max: number, fault: string) =>
  v.optional(
    v.pipe(v.string(), v.trim(), v.minLength(1, fault), v.maxLength(max, 'reports.fault.too-long')),
    '',
  );
const emailOrNothing = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(200, 'reports.fault.too-long'),
    v.check((typed) => typed === '' || v.is(v.pipe(v.string(), v.email()), typed), 'reports.fault.email'),
  ),
  '',
);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'reports.fault.day'));
const key = v.pipe(v.string(), v.trim(), v.regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'reports.fault.key'));
const listOfWords = v.optional(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))), []);
const idOrNothing = v.optional(v.nullable(v.string()), null);

/** A coordinate from a form is a text; empty means no exact spot. */
const coordinate = (limit: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        v.union([v.string(), v.number()]),
        v.transform((typed) => (typed === '' ? null : Number(String(typed).replace(',', '.')))),
        v.check(
          (number) => number === null || (Number.isFinite(number) && Math.abs(number) <= limit),
          'reports.fault.place',
        ),
      ),
    ),
    null,
  );

/** What a resident writes. Name, address and telephone are never public. */
export const reportDraft = v.pipe(
  v.object({
    kind: v.optional(v.pipe(v.string(), v.picklist(REPORT_KINDS, 'reports.fault.kind')), 'defect'),
    /** Key of the category. */
    category: words(61, 'reports.fault.category'),
    text: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.minLength(5, 'reports.fault.text'),
        v.maxLength(TEXT_MAX, 'reports.fault.too-long'),
      ),
      '',
    ),
    /** Street and number, or where it is in words; empty with no coordinates means no exact spot. */
    address: text(300),
    locality: text(80),
    latitude: coordinate(90),
    longitude: coordinate(180),
    name: text(120),
    email: emailOrNothing,
    phone: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.check(
          (typed) => typed === '' || (typed.length <= 60 && /^[+(\d][\d\s/()-]{4,}\d$/.test(typed)),
          'reports.fault.phone',
        ),
      ),
      '',
    ),
    /** A tick: be told of each step by mail. */
    wantsMail: v.optional(
      v.pipe(
        v.union([v.string(), v.boolean()]),
        v.transform((ticked) => ticked === true || ticked === 'ja' || ticked === 'on'),
      ),
      false,
    ),
  }),
  v.forward(
    v.partialCheck(
      [['latitude'], ['longitude']],
      ({ latitude, longitude }) => (latitude === null) === (longitude === null),
      'reports.fault.place',
    ),
    ['latitude'],
  ),
  v.forward(
    v.partialCheck(
      [['wantsMail'], ['email']],
      ({ wantsMail, email }) => !wantsMail || email !== '',
      'reports.fault.email-missing',
    ),
    ['email'],
  ),
);
export type ReportDraft = v.InferOutput<typeof reportDraft>;

export const followDraft = v.object({ email: emailOrNothing });

const question = v.object({
  code: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9_-]{1,60}$/, 'reports.fault.key')),
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  hint: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300))),
  type: v.picklist(QUESTION_TYPES),
  isRequired: v.optional(v.boolean(), false),
  values: v.optional(
    v.array(
      v.object({
        key: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
        name: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
      }),
    ),
  ),
});

const translation = v.optional(v.object({ name: text(160), description: text(1000) }));

export const categoryDraft = v.object({
  key,
  name: words(160, 'reports.fault.name'),
  description: text(1000),
  groupName: text(120),
  keywords: listOfWords,
  translations: v.optional(v.object({ en: translation, 'de-x-leicht': translation }), {}),
  kinds: v.optional(v.pipe(v.array(v.picklist(REPORT_KINDS)), v.minLength(1, 'reports.fault.kind')), [
    'defect',
  ]),
  dueDays: v.pipe(
    v.number('reports.fault.number'),
    v.integer('reports.fault.number'),
    v.minValue(1, 'reports.fault.number'),
    v.maxValue(250, 'reports.fault.number'),
  ),
  nearbyMeters: v.optional(
    v.pipe(
      v.number('reports.fault.number'),
      v.integer('reports.fault.number'),
      v.minValue(0, 'reports.fault.number'),
      v.maxValue(2000, 'reports.fault.number'),
    ),
    50,
  ),
  bodyId: idOrNothing,
  questions: v.optional(v.pipe(v.array(question), v.maxLength(12)), []),
  isActive: v.optional(v.boolean(), true),
  isExample: v.optional(v.boolean(), false),
  position: v.optional(v.pipe(v.number(), v.integer()), 0),
});
export type CategoryDraft = v.InferInput<typeof categoryDraft>;

const urlOrNothing = v.optional(
  v.nullable(
    v.pipe(
      v.string(),
      v.trim(),
      v.check(
        (typed) => typed === '' || /^https?:$/.test(URL.parse(typed)?.protocol ?? ''),
        'reports.fault.url',
      ),
      v.transform((typed) => typed || null),
    ),
  ),
  null,
);

export const bodyDraft = v.object({
  key,
  name: words(160, 'reports.fault.name'),
  level: v.picklist(BODY_LEVELS, 'reports.fault.level'),
  email: v.pipe(
    emailOrNothing,
    v.transform((typed) => typed || null),
  ),
  open311Url: urlOrNothing,
  open311Jurisdiction: v.optional(v.nullable(text(120)), null),
  /** Left out or empty: the key kept so far stays. */
  open311ApiKey: v.optional(v.nullable(text(300)), null),
  categoryKeys: listOfWords,
  areas: listOfWords,
  note: text(1000),
  url: urlOrNothing,
  isActive: v.optional(v.boolean(), true),
  isExample: v.optional(v.boolean(), false),
  position: v.optional(v.pipe(v.number(), v.integer()), 0),
});
export type BodyDraft = v.InferInput<typeof bodyDraft>;

export const templateDraft = v.object({
  name: words(160, 'reports.fault.name'),
  text: words(TEXT_MAX, 'reports.fault.text'),
  status: v.optional(v.nullable(v.picklist(REPORT_STATUSES)), null),
  categoryId: idOrNothing,
});
export type TemplateDraft = v.InferInput<typeof templateDraft>;

export const deputyDraft = v.pipe(
  v.object({ personId: v.string(), deputyId: v.string(), fromDay: day, untilDay: day }),
  v.forward(
    v.partialCheck(
      [['fromDay'], ['untilDay']],
      ({ fromDay, untilDay }) => fromDay <= untilDay,
      'reports.fault.days',
    ),
    ['untilDay'],
  ),
  v.forward(
    v.partialCheck(
      [['personId'], ['deputyId']],
      ({ personId, deputyId }) => personId !== deputyId,
      'reports.fault.deputy',
    ),
    ['deputyId'],
  ),
);

const days = (fallback: number, most: number) =>
  v.optional(
    v.pipe(
      v.number('reports.fault.number'),
      v.integer('reports.fault.number'),
      v.minValue(1, 'reports.fault.number'),
      v.maxValue(most, 'reports.fault.number'),
    ),
    fallback,
  );

/** What a town decides about its reports; an empty object is a working town. */
export const reportSettings = v.object({
  /** Nothing is public before somebody at the desk has looked at it. */
  isCheckedFirst: v.optional(v.boolean(), true),
  /** Days after the end of a case until name, address and telephone go. */
  contactDays: days(30, 365),
  photoDays: days(180, 1095),
  reportDays: days(730, 3650),
  /** Where mails of bodies are answered to, with `+<tag>` put before the @; empty = by link only. */
  replyAddress: emailOrNothing,
  /** Shown above the form, e.g. for danger: call 112. */
  notice: text(500),
});
export type ReportSettings = v.InferOutput<typeof reportSettings>;
export type ReportSettingsInput = v.InferInput<typeof reportSettings>;
