import { createTenant } from '#modules/tenancy.server';
import { refusalFault, text } from './command.ts';
import type { Command } from './command.ts';

export const create: Command = {
  name: 'create',
  summary: 'legt eine Gemeinde an',
  options: {
    slug: { type: 'string', required: true, value: '<kürzel>', help: 'Kürzel in Adressen, z. B. hagenow' },
    name: { type: 'string', required: true, value: '<name>', help: 'Name, z. B. „Stadt Hagenow“' },
    state: {
      type: 'string',
      value: '<land>',
      help: 'Bundesland in zwei Buchstaben, für Feiertage (Vorgabe: MV)',
    },
    ags: { type: 'string', value: '<ags>', help: 'amtlicher Gemeindeschlüssel, 8 Ziffern' },
    domain: { type: 'string', multiple: true, value: '<host>', help: 'eigene Adresse; mehrfach möglich' },
    default: { type: 'boolean', help: 'antwortet auch auf localhost und auf nackte IP-Adressen' },
  },
  example: 'create --slug hagenow --name "Stadt Hagenow" --domain www.hagenow.example',
  async run({ database, given, now, print }) {
    const created = await createTenant(
      database,
      {
        slug: text(given, 'slug'),
        name: text(given, 'name'),
        ...(given.state ? { state: text(given, 'state') } : {}),
        ...(given.ags ? { ags: text(given, 'ags') } : {}),
        domains: (given.domain as string[] | undefined) ?? [],
        isDefault: given.default === true,
        settings: {},
      },
      now,
    );
    if (!created.ok) throw refusalFault('Die Gemeinde wurde nicht angelegt', created);
    print(`${created.value.name} ist angelegt (Kürzel ${created.value.slug}).`);
    print(`Zugang für die Verwaltung: npm run town -- user --town ${created.value.slug} --email … --name …`);
  },
};
