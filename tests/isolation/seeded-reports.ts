import { sql } from 'drizzle-orm';
import { createReports, findByLink, saveCategory, saveReportSettings } from '#modules/reports.server';
import type { Reports } from '#modules/reports.server';
import type { PictureKeeper } from '#modules/publishing.server';
import { newId } from '#platform/db.server';
import { hashToken, linkToken } from '#platform/forms.server';
import { PUBLIC_ACTOR } from '#platform/scope.server';
import type { TenantScope } from '#platform/scope.server';

export interface SeededReport {
  id: string;
  number: number;
  link: string;
  photoId: string;
}

/** Reports of a town: one everybody may read, one nobody has looked at yet. */
export interface SeededReports {
  categoryKey: string;
  categoryId: string;
  bodyId: string;
  shown: SeededReport;
  waiting: SeededReport;
  /** A picture of a report that is not sent yet. */
  upload: { key: string; id: string };
  /** The shown one lies with this body. */
  referralId: string;
  referralLink: string;
}

interface Wish {
  secret: string;
  keepPicture: PictureKeeper;
  picture: Uint8Array;
  /** In every text of what is not public. */
  unpublished: string;
}

export async function seedReports(scope: TenantScope, mark: string, wish: Wish): Promise<SeededReports> {
  const { secret, keepPicture, picture } = wish;
  const room = createReports({
    secret,
    keepPicture,
    mail: { send: async () => undefined },
    files: noFiles,
    listColleagues: async () => [],
    throttled: false,
  });
  const categoryKey = `${scope.tenant.slug}-lamp`;
  const bodyId = idOf(
    await room.saveBody(scope, {
      draft: {
        key: `${scope.tenant.slug}-yard`,
        name: `${mark} yard`,
        level: 'town',
        email: 'yard@example.org',
      },
    }),
  );
  const categoryId = idOf(
    await saveCategory(scope, {
      draft: { key: categoryKey, name: `${mark} category`, dueDays: 5, bodyId, nearbyMeters: 50 },
    }),
  );
  const send = async (tag: string, isCheckedFirst: boolean): Promise<SeededReport> => {
    await saveReportSettings(scope, { isCheckedFirst });
    const outcome = await room.create(scope, {
      fields: {
        category: categoryKey,
        text: `${tag} report`,
        address: `${tag} street 1`,
        latitude: 53.4,
        longitude: 11.1,
        name: `${mark} ${wish.unpublished} reporter`,
        email: `${mark.toLowerCase()}@example.org`,
      },
      photos: [picture],
      idempotencyKey: `${scope.tenant.slug}-${isCheckedFirst ? 'waiting' : 'shown'}-report`,
      origin: 'http://localhost',
      address: '127.0.0.1',
      from: { source: 'desk', name: `${mark} desk` },
    });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    const { id, number, link } = outcome.value;
    return { id, number, link, photoId: await photoOf(scope, link) };
  };
  const shown = await send(mark, false);
  const waiting = await send(`${wish.unpublished} ${mark}`, true);
  return {
    categoryKey,
    categoryId,
    bodyId,
    shown,
    waiting,
    upload: await uploadTo(room, scope, picture),
    ...(await refer(scope, shown.id, { secret, mark, bodyId })),
  };
}

/** What a body was written; its link is known here only. */
async function refer(
  scope: TenantScope,
  reportId: string,
  { secret, mark, bodyId }: { secret: string; mark: string; bodyId: string },
): Promise<Pick<SeededReports, 'referralId' | 'referralLink'>> {
  const referralId = newId();
  const referralLink = linkToken({ secret, room: 'reports' }, scope.tenant.id, `referral ${referralId}`);
  await scope.write((store) =>
    store.execute(sql`
      insert into reports.referral
        (
          tenant_id, id, report_id, body_id, body_name, body_level, channel, token_hash, message, by_name,
          referred_at, sent_at
        )
      values
        (
          ${scope.tenant.id}, ${referralId}, ${reportId}, ${bodyId}, ${`${mark} yard`}, 'district', 'email',
          ${hashToken(referralLink)}, ${`${mark} message`}, ${`${mark} clerk`}, now(), now()
        )
    `),
  );
  return { referralId, referralLink };
}

async function uploadTo(room: Reports, scope: TenantScope, picture: Uint8Array) {
  const { key } = room.issueTicket(scope);
  await room.keepUploads(scope, { key, photos: [picture], address: '127.0.0.1' });
  const [kept] = await room.listUploads(scope, key);
  return { key, id: kept!.id };
}

const noFiles = {
  read: async () => null,
  remove: async () => undefined,
  // eslint-disable-next-line require-yield -- there are none
  async *list(): AsyncGenerator<string> {
    return;
  },
};

async function photoOf(scope: TenantScope, link: string): Promise<string> {
  const found = await findByLink({ ...scope, actor: PUBLIC_ACTOR }, link);
  return found!.report.photos[0]!.id;
}

function idOf(outcome: { ok: true; value: { id: string } } | { ok: false; reason: string }): string {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.id;
}
