import { join } from 'node:path';
import { seedDemo } from '../seed.server.ts';
import { ROOT } from '../start-install.mjs';
import type { Command } from './command.ts';

export const seed: Command = {
  name: 'seed',
  summary: 'richtet die Beispielgemeinden in einer leeren Datenbank ein',
  options: {},
  example: 'seed',
  async run({ database, print }) {
    const towns = await seedDemo(database, { folder: join(ROOT, 'demo'), log: (line) => print(`  ${line}`) });
    print(`Vorhanden: ${towns.map((town) => town.name).join(', ')}.`);
  },
};
