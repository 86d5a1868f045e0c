import { expect, test } from 'vitest';
import type { ContactPoint } from '#modules/tenancy';
import { contactsFor, contactsInOrder } from './contacts.ts';

const contact = (role: string, topics: string[] = []): ContactPoint => ({
  role,
  topics,
  phone: '',
  email: '',
  street: '',
  url: '',
  note: '',
});

test('a business finds the economic development office by its name and the grants desk by its topic', () => {
  const contacts = [contact('Wirtschaftsförderung'), contact('Standesamt'), contact('Stab 3', ['Förderung'])];
  expect(contactsFor(contacts, ['wirtschaft', 'foerderung']).map(({ role }) => role)).toEqual([
    'Wirtschaftsförderung',
    'Stab 3',
  ]);
});

test('the office for everything comes first, and who cannot be reached is not offered', () => {
  const reachable = (role: string) => ({ ...contact(role), phone: '1' });
  const contacts = [
    reachable('Museum'),
    contact('Ausschussvorsitz'),
    reachable('Bürgerbüro'),
    reachable('Stadtverwaltung'),
  ];
  expect(contactsInOrder(contacts, 'Stadtverwaltung').map(({ role }) => role)).toEqual([
    'Stadtverwaltung',
    'Bürgerbüro',
    'Museum',
  ]);
});
