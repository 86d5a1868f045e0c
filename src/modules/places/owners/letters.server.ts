import { and, eq } from 'drizzle-orm';
import { entry } from '#modules/publishing.server';
import { showPartialDate } from '#platform/formats';
import { linkToken } from '#platform/forms.server';
import { createTranslator } from '#platform/i18n';
import type { Locale } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import de from '../messages/de.json' with { type: 'json' };
import easy from '../messages/de-x-leicht.json' with { type: 'json' };
import en from '../messages/en.json' with { type: 'json' };
import { signerOf } from './parts.server.ts';
import type { OwnerParts } from './parts.server.ts';
import { owner } from './tables.server.ts';

/** Topic of the announcement that a letter to an owner is to be written. */
export const LETTER = 'places.owner-letter';

/** No words and no addresses: they are read when the letter is written, so that nobody is written to who was erased. */
export interface OwnerLetter {
  entryId: string;
  kind: 'ask' | 'remind' | 'taken' | 'refused';
  /** The question the letter belongs to; a letter about an older one is not sent any more. */
  number: number;
}

/** The secret of an owner's link: another one for each question. */
export function tokenOf(parts: OwnerParts, tenantId: string, entryId: string, number: number): string {
  return linkToken(signerOf(parts), tenantId, `${entryId} ${number}`);
}

/** The mail of a letter, or null when there is nobody to write to any more. */
export async function writeLetter(parts: OwnerParts, tenant: TenantScope, letter: OwnerLetter) {
  const row = await tenant.read(async (store) => {
    const [found] = await store
      .select({ owner, title: entry.title })
      .from(owner)
      .innerJoin(entry, and(eq(entry.tenantId, owner.tenantId), eq(entry.id, owner.entryId)))
      .where(and(eq(owner.tenantId, tenant.tenant.id), eq(owner.entryId, letter.entryId)))
      .limit(1);
    return found;
  });
  if (!row?.owner.email || row.owner.askedNumber !== letter.number) return null;
  const t = createTranslator({ de, en, 'de-x-leicht': easy }, row.owner.language as Locale);
  const link = `${row.owner.origin}/orte/bestaetigen/${tokenOf(parts, tenant.tenant.id, letter.entryId, letter.number)}`;
  const values = { place: row.title, town: tenant.tenant.name };
  return {
    to: row.owner.email,
    subject: t(`places.mail.${letter.kind}.subject`, values),
    text: [
      t('places.mail.hello'),
      t(`places.mail.${letter.kind}.text`, values),
      `${t('places.mail.link')}\n${link}`,
      t('places.mail.privacy', { day: showPartialDate(row.owner.eraseOn, t.locale) }),
      tenant.tenant.name,
    ].join('\n\n'),
  };
}
