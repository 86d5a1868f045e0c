import { expect, test } from 'vitest';
import type { ContactPoint } from '#modules/tenancy';
import { contactsFor } from './contacts.ts';

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
