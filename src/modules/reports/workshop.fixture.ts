import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { savePicture } from '#platform/files.server';
import type { FileStore } from '#platform/files.server';
import { newId } from '#platform/db.server';
import type { TenantIdentity } from '#platform/scope';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';
import { testDatabase } from '#tests/database';
import { saveCategory, saveReportSettings } from './commands/configuring.server.ts';
import { DISTRICT, LAMP, POTHOLE, YARD } from './fixtures.ts';
import { sendLetter } from '#platform/mail.server';
import { forwardReport, letterWork, tellOfStep } from './jobs.server.ts';
import type { Forwarding } from './jobs.server.ts';
import type { Letter, TakenStep } from './letters.server.ts';
import type { Parts } from './parts.server.ts';
import { createReports } from './reports.server.ts';

export const FRIDAY = new Date('2026-05-01T09:00:00Z');
export const at = (minutes: number) => new Date(FRIDAY.getTime() + minutes * 60_000);
export const DAY = 1440;
export const ORIGIN = 'https://hagenow.example';
export const ADDRESS = '127.0.0.1';

export interface SentMail {
  to: string;
  subject: string;
  text: string;
  replyTo?: string;
  messageId?: string;
}

/** A photo as a phone takes it, with the name of its owner and the place beside it. */
export const PICTURE = await sharp({
  create: { width: 900, height: 600, channels: 3, background: '#446688' },
})
  .withExif({ IFD0: { Artist: 'Erika Muster' }, IFD3: { GPSLatitude: '53/1 25/1 0/1' } })
  .jpeg()
  .toBuffer();

/** A database, a room of reports over it, and everything that happens outside kept in memory. */
export async function openWorkshop(more: Partial<Parts> = {}) {
  const { createTenant, scope, countQueries } = await testDatabase();

  const kept = new Map<string, Uint8Array>();
  const files: FileStore = {
    write: async (key, bytes) => void kept.set(key, bytes),
    read: async (key) => (kept.has(key) ? { bytes: kept.get(key)!, mediaType: 'image/webp' } : null),
    remove: async (key) => void kept.delete(key),
    async *list(prefix) {
      for (const key of kept.keys()) if (key.startsWith(prefix)) yield key;
    },
    sweep: async () => 0,
  };
  const mails: SentMail[] = [];
  const parts: Parts = {
    secret: 'a secret of the tests that is long enough 7Jx',
    mail: { send: async (mail) => void mails.push(mail) },
    files,
    keepPicture: (tenantId, bytes) => savePicture(files, tenantId, bytes),
    listColleagues: async () => COLLEAGUES,
    throttled: false,
    ...more,
  };
  const reports = createReports(parts);

  async function openTown(
    slug: string,
    settings: { isCheckedFirst?: boolean } = {},
  ): Promise<TenantIdentity> {
    const town = await createTenant(slug, slug);
    const setUp = scope(town);
    const yard = await reports.saveBody(setUp, { draft: YARD });
    await reports.saveBody(setUp, { draft: DISTRICT });
    const bodyId = yard.ok ? yard.value.id : null;
    for (const draft of [LAMP, POTHOLE]) await saveCategory(setUp, { draft: { ...draft, bodyId } });
    await saveReportSettings(setUp, settings);
    return town;
  }

  const visitor = (town: TenantIdentity, now = at(1)) =>
    scope(town, { permissions: [], now, actor: PUBLIC_ACTOR });
  const clerk = (town: TenantIdentity, now = at(60), permissions = ['reports.handle', 'reports.assign']) =>
    scope(town, { permissions, now, actor: { id: KARLA.id, name: KARLA.name, kind: 'staff' } });
  const system = (town: TenantIdentity, now = at(60)) => scope(town, { now, actor: SYSTEM_ACTOR });

  const lamp = (more: object = {}) => ({
    kind: 'defect',
    category: 'laterne',
    text: 'Die Laterne vor dem Haus ist seit gestern aus.',
    address: 'Bahnhofstraße 12',
    locality: 'Hagenow',
    latitude: '53.4310',
    longitude: '11.1930',
    'frage.UMFANG': '1',
    name: 'Erika Muster',
    email: 'erika@muster.example',
    phone: '03883 12345',
    wantsMail: 'ja',
    ...more,
  });

  function send(town: TenantIdentity, more: object = {}, wish: { key?: string; photos?: Uint8Array[] } = {}) {
    const { ticket, key } = reports.issueTicket(visitor(town, FRIDAY));
    return reports.create(visitor(town), {
      fields: lamp(more),
      photos: wish.photos ?? [],
      idempotencyKey: wish.key ?? key,
      ticket,
      decoy: '',
      origin: ORIGIN,
      address: ADDRESS,
    });
  }

  async function sent(town: TenantIdentity, more: object = {}, wish: { photos?: Uint8Array[] } = {}) {
    const outcome = await send(town, more, wish);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return outcome.value;
  }

  /** Does what the worker does: steps become letters, letters become mails. */
  async function deliver(town: TenantIdentity): Promise<SentMail[]> {
    const before = mails.length;
    for (let round = 0; round < 3; round++) {
      const { rows } = await scope(town).write((store) =>
        store.execute<{ id: string; topic: string; payload: unknown }>(
          // As the relay of the platform does, which owns the table.
          sql.raw(`delete from jobs.announcement where topic like 'reports.%' returning id, topic, payload`),
        ),
      );
      for (const { id, topic, payload } of rows)
        if (topic === 'reports.step')
          await scope(town).write((store) => tellOfStep(store, scope(town), payload as TakenStep));
        else if (topic === 'reports.forward') await forwardReport(parts, scope(town), payload as Forwarding);
        else await sendLetter(letterWork(parts), scope(town), payload as Letter, id);
    }
    return mails.slice(before);
  }

  async function count(tenant: TenantScope, table: string): Promise<number> {
    const { rows } = await tenant.read((store) =>
      store.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.raw(table)}`),
    );
    await tenant.end();
    return rows[0]!.count;
  }

  return {
    parts,
    reports,
    kept,
    mails,
    scope,
    countQueries,
    openTown,
    visitor,
    clerk,
    system,
    lamp,
    send,
    sent,
    deliver,
    count,
  };
}

export const KARLA = { id: newId(), name: 'Karla Amt', email: 'karla@rathaus.example' };
export const BERND = { id: newId(), name: 'Bernd Bauhof', email: 'bernd@rathaus.example' };
const COLLEAGUES = [KARLA, BERND];
