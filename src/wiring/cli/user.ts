import { createAdministrator } from '#modules/identity.server';
import { scopeOfTown, text } from './command.ts';
import type { Command } from './command.ts';

export const user: Command = {
  name: 'user',
  summary: 'lädt jemanden als Administrator:in einer Gemeinde ein',
  options: {
    town: { type: 'string', required: true, value: '<kürzel>', help: 'Gemeinde' },
    email: { type: 'string', required: true, value: '<adresse>', help: 'Mailadresse der Person' },
    name: { type: 'string', required: true, value: '<name>', help: 'Name der Person' },
  },
  example: 'user --town hagenow --email anna@hagenow.example --name "Anna Beispiel"',
  async run(context) {
    const { database, environment, given, print } = context;
    const scope = await scopeOfTown(context, text(given, 'town'));
    const path = await createAdministrator(
      database,
      scope.tenant.id,
      text(given, 'email'),
      text(given, 'name'),
    );
    const origin = environment.origin ?? `http://${scope.tenant.slug}.localhost:${environment.port}`;
    print(`Link für ${text(given, 'name')}, gültig drei Tage und ein Mal:`);
    print(new URL(path, origin).href);
  },
};
