import { readTown } from '#modules/tenancy.server';
import { showPartialDate } from '#platform/formats';
import { createTranslator } from '#platform/i18n';
import type { Translator } from '#platform/i18n';
import type { Locale } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import de from './messages/de.json' with { type: 'json' };
import easy from './messages/de-x-leicht.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import type { Step } from './model.ts';
import type { Parts } from './parts.server.ts';
import type { InquiryRow } from './rows.server.ts';
import { tokenOf } from './secrets.server.ts';

/** Topic of the announcement that a letter is to be written. */
export const LETTER = 'handover.letter';

export type LetterKind = 'receipt' | 'to-office' | 'to-colleague' | 'answer' | 'reply-to-office';

/** No words and no addresses: they are read when the letter is written, so that an erased inquiry writes to nobody. */
export interface Letter {
  inquiryId: string;
  kind: LetterKind;
  origin: string;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The mail of a letter, or null when there is nobody to write to. */
export async function writeLetter(
  parts: Parts,
  tenant: TenantScope,
  letter: Letter,
  about: { row: InquiryRow; steps: readonly Step[] },
): Promise<Mail | null> {
  const { row } = about;
  const town = await readTown(tenant);
  if (letter.kind === 'receipt' || letter.kind === 'answer') {
    if (!row.contactEmail) return null;
    const t = translator(row.language as Locale);
    const link = `${letter.origin}/anfrage/${tokenOf(parts.secret, tenant.tenant.id, row.id)}`;
    return { to: row.contactEmail, ...toAsker(t, letter.kind, { ...about, link, town: town.name }) };
  }
  const to =
    letter.kind === 'to-colleague'
      ? (await parts.listColleagues(tenant)).find(({ id }) => id === row.assignedTo)?.email
      : town.settings.contacts.find(({ role }) => role === row.role)?.email;
  if (!to) return null;
  const link = `${letter.origin}/verwaltung/anfragen/${row.id}`;
  return { to, ...toDesk(translator('de'), letter.kind, { row, link, town: town.name }) };
}

function toAsker(
  t: Translator,
  kind: 'receipt' | 'answer',
  { row, steps, link, town }: { row: InquiryRow; steps: readonly Step[]; link: string; town: string },
) {
  const answer = steps.filter((one) => one.kind === 'answered').at(-1)?.text ?? '';
  const day = showPartialDate(row.dueOn, t.locale);
  return {
    subject: t(`handover.mail.${kind}.subject`, { town }),
    text: [
      row.contactName ? t('handover.mail.hello.name', { name: row.contactName }) : t('handover.mail.hello'),
      t(`handover.mail.${kind}.text`, { town, role: row.role, day }),
      quoted(row.question),
      ...(kind === 'answer' ? [answer] : []),
      `${t(`handover.mail.${kind}.link`)}\n${link}`,
      t('handover.mail.privacy', { day: showPartialDate(row.eraseOn, t.locale) }),
      town,
    ].join('\n\n'),
  };
}

/** Nothing of the asker but the question: how to reach them stands at the desk, behind a sign-in. */
function toDesk(
  t: Translator,
  kind: 'to-office' | 'to-colleague' | 'reply-to-office',
  { row, link, town }: { row: InquiryRow; link: string; town: string },
) {
  const day = showPartialDate(row.dueOn, 'de');
  return {
    subject: t(`handover.mail.${kind}.subject`, { town, day }),
    text: [
      t('handover.mail.hello'),
      t(`handover.mail.${kind}.text`, { role: row.role, day }),
      quoted(row.question),
      `${t('handover.mail.desk.link')}\n${link}`,
    ].join('\n\n'),
  };
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function translator(locale: Locale): Translator {
  return createTranslator({ de, en, 'de-x-leicht': easy }, locale);
}
