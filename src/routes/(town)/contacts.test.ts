import { expect, test } from 'vitest';
import type { ContactPoint } from '#modules/tenancy';
import { contactsFor, contactsInOrder } from './contacts.ts';

const contact = (role: string, topics: string[] = [], phone = '1'): ContactPoint => ({
  role,
  topics,
  phone,
  email: '',
  street: '',
  url: '',
  note: '',
});

test('a business finds the economic development office by its name and the grants desk by its topic', () => {
  const contacts = [
    contact('Wirtschaftsförderung'),
    contact('Standesamt'),
    contact('Stab 3', ['Förderung']),
    contact('Wirtschaftsministerium', [], ''),
  ];
  expect(contactsFor(contacts, ['wirtschaft', 'foerderung']).map(({ role }) => role)).toEqual([
    'Wirtschaftsförderung',
    'Stab 3',
  ]);
});

test('the office for everything comes first, and who cannot be reached is not offered', () => {
  const contacts = [
    contact('Museum'),
    contact('Ausschussvorsitz', [], ''),
    contact('Bürgerbüro'),
    contact('Stadtverwaltung'),
  ];
  expect(contactsInOrder(contacts, 'Stadtverwaltung').map(({ role }) => role)).toEqual([
    'Stadtverwaltung',
    'Bürgerbüro',
    'Museum',
  ]);
});
