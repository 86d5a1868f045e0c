import { roomsOf, TOWN_MODULES } from '#modules/tenancy';
import type { ContactPoint, Town, TownSettingsInput } from '#modules/tenancy';
import { OPEN_LICENCES } from '#platform/formats';
import type { FormValues } from './entry-form.ts';

const LEGAL_TEXTS = [
  'imprint',
  'privacy',
  'accessibility',
  'securityContact',
  'defaultContactRole',
  'tagline',
] as const;
export const CONTACT_PARTS = ['role', 'topics', 'phone', 'email', 'street', 'url', 'note'] as const;
const MAX_CONTACTS = 60;

/** What the form of a town shows at first. */
export function valuesOfTown(town: Town): FormValues {
  const { settings } = town;
  const values: FormValues = {
    name: town.name,
    primary: settings.colours.primary,
    accent: settings.colours.accent,
    domains: town.domains.join('\n'),
    modules: roomsOf(town),
    languages: [...settings.languages],
    approvalByOther: settings.approvalByOther ? 'ja' : '',
    openDataLicence: settings.openDataLicence,
    localities: settings.localities.join('\n'),
    confirmMonths: String(settings.confirmMonths),
    tiles: settings.map.tiles,
    credit: settings.map.credit,
  };
  for (const name of LEGAL_TEXTS) values[name] = settings[name];
  settings.contacts.forEach((contact, index) => {
    for (const part of CONTACT_PARTS)
      values[`contact-${index}-${part}`] = part === 'topics' ? contact.topics.join(', ') : contact[part];
  });
  return values;
}

/** How many contacts the values hold; the form shows one more, empty. */
export function countContacts(values: FormValues): number {
  let count = 0;
  while (count < MAX_CONTACTS && values[`contact-${count}-role`]) count++;
  return count;
}

/** What a form says about a town; what it does not show stays as it is. */
export function readTownForm(
  form: FormData,
  town: Town,
): { name: string; domains: string[]; settings: TownSettingsInput } {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const languages = new Set(['de', ...form.getAll('languages').map(String)]);
  return {
    name: text('name'),
    domains: lines('domains'),
    settings: {
      ...town.settings,
      ...Object.fromEntries(LEGAL_TEXTS.map((name) => [name, text(name)])),
      colours: { primary: text('primary'), accent: text('accent') },
      switchedOff: TOWN_MODULES.filter((room) => !form.getAll('modules').includes(room)),
      languages: (['de', 'en', 'de-x-leicht'] as const).filter((language) => languages.has(language)),
      approvalByOther: text('approvalByOther') === 'ja',
      openDataLicence:
        OPEN_LICENCES.find((known) => known === text('openDataLicence')) ?? town.settings.openDataLicence,
      localities: lines('localities'),
      confirmMonths: text('confirmMonths') ? Number(text('confirmMonths')) : town.settings.confirmMonths,
      map: { tiles: text('tiles'), credit: text('credit') },
      contacts: readContacts(text),
    },
  };
}

/** A contact whose role was emptied is gone. */
function readContacts(text: (name: string) => string): ContactPoint[] {
  const contacts: ContactPoint[] = [];
  for (let index = 0; index < MAX_CONTACTS; index++) {
    const part = (name: (typeof CONTACT_PARTS)[number]) => text(`contact-${index}-${name}`);
    if (!part('role')) continue;
    const topics = part('topics')
      .split(',')
      .map((topic) => topic.trim())
      .filter(Boolean);
    contacts.push({
      role: part('role'),
      topics,
      phone: part('phone'),
      email: part('email'),
      street: part('street'),
      url: part('url'),
      note: part('note'),
    });
  }
  return contacts;
}

/** Whether a colour can be read on white, and white on it (WCAG 2.2, 1.4.3). The pages shift a colour that cannot. */
export function isReadable(colour: string): boolean {
  return 1.05 / (luminance(colour) + 0.05) >= 4.5;
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
}
