import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KNOWN_PERMISSIONS } from '#modules/identity';
import { foldersIn, ROOT } from './source-files.ts';

test('roles are made from exactly the rights the modules declare', async () => {
  const declared: string[] = [];
  for (const name of foldersIn('src/modules')) {
    const door = (await import(join(ROOT, 'src/modules', name, 'index.ts'))) as Record<string, unknown>;
    for (const [exported, value] of Object.entries(door))
      if (exported.endsWith('Permissions')) declared.push(...(value as string[]));
  }
  expect([...KNOWN_PERMISSIONS].sort()).toEqual([...declared, 'identity.manage'].sort());
});
