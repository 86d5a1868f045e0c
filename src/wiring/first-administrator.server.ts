import { createAdministrator, hasPeople } from '#modules/identity.server';
import { listTowns } from '#modules/tenancy.server';
import type { Database } from '#platform/db.server';

/**
 * On a server without any account: an invitation for the first administrator of the default town, as lines to print.
 * A link that was printed before and not used stops working; null once anybody has an account.
 */
export async function createFirstAdministrator(
  database: Database,
  wish: { origin: string },
): Promise<string[] | null> {
  if (await hasPeople(database)) return null;
  const towns = await listTowns(database);
  const town = towns.find(({ isDefault }) => isDefault) ?? towns[0];
  if (!town) return null;

  // No address yet: whoever opens the link names their own.
  const path = await createAdministrator(database, town.id, '', 'Administration');
  return [
    `Erste Anmeldung für ${town.name}: Öffnen Sie diesen Link und legen Sie Ihr Passwort fest.`,
    new URL(path, wish.origin).href,
    'Der Link funktioniert ein Mal und drei Tage lang.',
  ];
}
