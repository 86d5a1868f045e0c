import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { listAudit, recordAudit } from './index.server.ts';

const { createTenant, scope } = await testDatabase();

test('the trail is read page by page, the newest line first, and no line twice', async () => {
  const town = await createTenant('spur', 'Spur');
  for (let minute = 1; minute <= 5; minute++) {
    const then = scope(town, { now: new Date(`2026-11-27T10:0${minute}:00Z`) });
    await then.write((store) =>
      recordAudit(store, then, { action: 'news.edited', subject: { kind: 'news', id: String(minute) } }),
    );
  }
  const first = await listAudit(scope(town), { limit: 3 });
  const second = await listAudit(scope(town), { limit: 3, after: first.at(-1)!.id });
  expect([...first, ...second].map(({ subjectId }) => subjectId)).toEqual(['5', '4', '3', '2', '1']);
  expect(await listAudit(scope(town), { limit: 1, after: 'no id' })).toMatchObject([{ subjectId: '5' }]);
});
