import type { ContactPoint } from '#modules/tenancy';

/** Contact points that answer for one of the topics, by topic or by the name of the role, and can be reached. */
export function contactsFor(contacts: readonly ContactPoint[], topics: readonly string[]): ContactPoint[] {
  return contacts.filter(isReachable).filter((contact) => {
    const words = [contact.role, ...contact.topics].map(folded);
    return topics.some((topic) => words.some((word) => word.includes(topic)));
  });
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
}

/** Contact points one can really reach, the one for everything first, the others by name. */
export function contactsInOrder(contacts: readonly ContactPoint[], first: string): ContactPoint[] {
  const isFirst = (contact: ContactPoint) => Number(contact.role === first);
  return contacts
    .filter(isReachable)
    .sort((one, other) => isFirst(other) - isFirst(one) || one.role.localeCompare(other.role, 'de'));
}

function isReachable({ phone, email, street, url }: ContactPoint): boolean {
  return Boolean(phone || email || street || url);
}
