import { expect, test } from 'vitest';
import * as v from 'valibot';
import { townSettings } from '#modules/tenancy';
import type { Town } from '#modules/tenancy';
import { isReadable, readTownForm, valuesOfTown } from './town-form.ts';

const town: Town = {
  id: '1',
  slug: 'hagenow',
  name: 'Hagenow',
  ags: null,
  state: 'MV',
  isDefault: true,
  domains: ['hagenow.example'],
  settings: v.parse(townSettings, {
    tagline: 'Mittendrin',
    localities: ['Viez', 'Zapel'],
    contacts: [{ role: 'Bauamt', topics: ['Bauen', 'Straßen'], phone: '03883 1' }],
    logoMediaId: 'm1',
    switchedOff: ['waste', 'business'],
    languages: ['de', 'en'],
  }),
};

/** The form as it is sent when nothing is changed. */
function sentBack(of: Town): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(valuesOfTown(of)))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}

test.each([false, true])(
  'settings shown and sent back unchanged are the same settings (approval by another: %s)',
  (approvalByOther) => {
    const settings = { ...town.settings, approvalByOther };
    expect(readTownForm(sentBack({ ...town, settings }), town)).toEqual({
      name: 'Hagenow',
      domains: ['hagenow.example'],
      settings,
    });
  },
);

test('a contact without a role is gone, and German cannot be switched off', () => {
  const form = new FormData();
  form.set('contact-0-phone', '03883 1');
  form.set('contact-1-role', 'Kasse');
  const { settings } = readTownForm(form, town);
  expect(settings.contacts?.map(({ role }) => role)).toEqual(['Kasse']);
  expect(settings.languages).toEqual(['de']);
});

test.each([
  ['#1d4f7c', true],
  ['#767676', true],
  ['#777777', false],
  ['#ffcc00', false],
])('%s can be read on white: %s', (colour, expected) => {
  expect(isReadable(colour)).toBe(expected);
});
