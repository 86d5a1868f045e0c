import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assistantPermissions } from '#modules/assistant';
import { attendancePermissions } from '#modules/attendance';
import { eventsPermissions } from '#modules/events';
import { exchangePermissions } from '#modules/exchange';
import { handoverPermissions } from '#modules/handover';
import { GRANTABLE_PERMISSIONS, KNOWN_PERMISSIONS } from '#modules/identity';
import { knowledgePermissions } from '#modules/knowledge';
import { newsPermissions } from '#modules/news';
import { noticesPermissions } from '#modules/notices';
import { open311Permissions } from '#modules/open311';
import { patentsPermissions } from '#modules/patents';
import { placesPermissions } from '#modules/places';
import { publishingPermissions } from '#modules/publishing';
import { reportsPermissions } from '#modules/reports';
import { suggestionsPermissions } from '#modules/suggestions';
import { tenancyPermissions } from '#modules/tenancy';
import { wastePermissions } from '#modules/waste';
import { filesIn } from './source-files.ts';

const MODULES = join(import.meta.dirname, '../../src/modules');

const DECLARED: Record<string, readonly string[]> = {
  assistant: assistantPermissions,
  attendance: attendancePermissions,
  events: eventsPermissions,
  exchange: exchangePermissions,
  handover: handoverPermissions,
  knowledge: knowledgePermissions,
  news: newsPermissions,
  notices: noticesPermissions,
  open311: open311Permissions,
  patents: patentsPermissions,
  places: placesPermissions,
  publishing: publishingPermissions,
  reports: reportsPermissions,
  suggestions: suggestionsPermissions,
  tenancy: tenancyPermissions,
  waste: wastePermissions,
};

test('every room that declares rights is asked here', () => {
  const rooms = readdirSync(MODULES).filter((name) =>
    readdirSync(join(MODULES, name)).includes('permissions.ts'),
  );
  const declaring = rooms.filter((name) =>
    /Permissions = \[/.test(readFileSync(join(MODULES, name, 'permissions.ts'), 'utf8')),
  );
  expect(Object.keys(DECLARED).sort()).toEqual(declaring.sort());
});

test('roles are made from exactly the rights the rooms declare', () => {
  const declared = Object.values(DECLARED).flat();
  expect([...KNOWN_PERMISSIONS].sort()).toEqual([...declared, 'identity.manage'].sort());
});

test('every right a role can be given has words at the desk', () => {
  const texts = ['de', 'en'].map((locale) =>
    Object.assign(
      {},
      ...filesIn('src', new RegExp(`/messages/${locale}\\.json$`)).map(
        ({ text }) => JSON.parse(text) as object,
      ),
    ),
  );
  const wordless = GRANTABLE_PERMISSIONS.map((right) => right.replace('.', '.permission.')).filter((key) =>
    texts.some((catalog) => !(key in catalog)),
  );
  expect(wordless).toEqual([]);
});
