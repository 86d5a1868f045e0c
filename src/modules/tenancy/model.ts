import * as v from 'valibot';
import { OPEN_LICENCES } from '#platform/formats';

/** Rooms of the town app a town can switch on and off. */
export const TOWN_MODULES = [
  'news',
  'notices',
  'events',
  'places',
  'waste',
  'reports',
  'knowledge',
  'business',
  'assistant',
] as const;
export type TownModule = (typeof TOWN_MODULES)[number];

const text = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max)), '');
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'colour-not-understood'));

/** `https://host/{z}/{x}/{y}.png`, or nothing. */
const tileAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(300),
  v.regex(
    /^$|^https:\/\/[a-z0-9.-]+(?::\d+)?\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s;,'"]*$/i,
    'tiles-not-understood',
  ),
);

/** Whom a person can turn to, by role; never a private person. */
export const contactPoint = v.object({
  role: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(160)),
  topics: v.optional(v.array(v.pipe(v.string(), v.trim(), v.maxLength(60))), []),
  phone: text(60),
  email: text(200),
  street: text(200),
  url: text(500),
  note: text(500),
});
export type ContactPoint = v.InferOutput<typeof contactPoint>;

const offeredQuestions = v.optional(
  v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))), v.maxLength(8)),
  [],
);

/** What a town decides about its own app. Every part has a default, so that an empty object is a working town. */
export const townSettings = v.object({
  tagline: text(200),
  colours: v.optional(v.object({ primary: colour, accent: colour }), {
    primary: '#1d4f7c',
    accent: '#b4531f',
  }),
  /** Media id of the coat of arms or logo; null = the initial of the town's name. */
  logoMediaId: v.optional(v.nullable(v.string()), null),
  /** Rooms the town does not want. What is not named is there, also what a later version brings. */
  switchedOff: v.optional(v.array(v.picklist(TOWN_MODULES)), []),
  languages: v.optional(v.array(v.picklist(['de', 'en', 'de-x-leicht'])), ['de', 'en', 'de-x-leicht']),
  /** Nobody publishes what they wrote last. */
  approvalByOther: v.optional(v.boolean(), false),
  /** A server with pictures of streets for moving maps, asked only after a tap; without one the maps show the town's own lines. */
  map: v.optional(v.object({ tiles: v.optional(tileAddress, ''), credit: text(200) }), {}),
  /** How often owners are asked whether their entry in the directory is right. */
  confirmMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36)), 6),
  localities: v.optional(v.array(v.pipe(v.string(), v.trim(), v.maxLength(80))), []),
  contacts: v.optional(v.array(contactPoint), []),
  /** Questions offered to people who do not know what to ask; those without an answer are left out. */
  suggestions: v.optional(v.object({ resident: offeredQuestions, business: offeredQuestions }), {}),
  /** Role that answers when no other fits. */
  defaultContactRole: text(160),
  /** Under which licence the town gives its own data to everybody. */
  openDataLicence: v.optional(v.picklist(OPEN_LICENCES), 'dl-by-de/2.0'),
  /** Markdown of the legal pages. */
  imprint: text(20_000),
  privacy: text(40_000),
  accessibility: text(20_000),
  securityContact: text(200),
});
export type TownSettings = v.InferOutput<typeof townSettings>;
export type TownSettingsInput = v.InferInput<typeof townSettings>;

/** A tenant as its people see it: a town with a name, hosts and settings. */
export interface Town {
  id: string;
  slug: string;
  name: string;
  ags: string | null;
  /** Two letters of the Land, for public holidays. */
  state: string;
  isDefault: boolean;
  domains: string[];
  settings: TownSettings;
}

/** The rooms a town has. */
export function roomsOf({ settings }: Pick<Town, 'settings'>): TownModule[] {
  return TOWN_MODULES.filter((room) => !settings.switchedOff.includes(room));
}

export const townDraft = v.object({
  slug: v.pipe(v.string(), v.trim(), v.regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'slug-not-understood')),
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'name-missing'), v.maxLength(120)),
  ags: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{8}$/, 'ags-not-understood'))), null),
  state: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)), 'MV'),
  domains: v.optional(
    v.array(
      v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^[a-z0-9.-]{1,253}$/, 'host-not-understood')),
    ),
    [],
  ),
  isDefault: v.optional(v.boolean(), false),
  settings: v.optional(townSettings, {}),
});
export type TownDraft = v.InferInput<typeof townDraft>;
