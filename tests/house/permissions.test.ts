import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KNOWN_PERMISSIONS } from '#modules/identity';

const MODULES = join(import.meta.dirname, '../../src/modules');

test('roles are made from exactly the rights the modules declare', async () => {
  const declared: string[] = [];
  for (const name of readdirSync(MODULES)) {
    const door = (await import(join(MODULES, name, 'index.ts'))) as Record<string, unknown>;
    for (const [exported, value] of Object.entries(door))
      if (exported.endsWith('Permissions')) declared.push(...(value as string[]));
  }
  expect([...KNOWN_PERMISSIONS].sort()).toEqual([...declared, 'identity.manage'].sort());
});
