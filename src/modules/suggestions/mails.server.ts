import { and, eq } from 'drizzle-orm';
import { readTown } from '#modules/tenancy.server';
import { linkToken } from '#platform/forms.server';
import { showPartialDate } from '#platform/formats';
import { createTranslator } from '#platform/i18n';
import type { Translator } from '#platform/i18n';
import type { Locale } from '#platform/scope';
import type { TenantScope } from '#platform/scope.server';
import type { Letter } from './letters.server.ts';
import de from './messages/de.json' with { type: 'json' };
import easy from './messages/de-x-leicht.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import { INVITATION_HOURS, LINK_HOURS, organiserToken } from './organiser-links.server.ts';
import { signerOf } from './parts.server.ts';
import type { Parts } from './parts.server.ts';
import { findOwn } from './queries.server.ts';
import { organiser, suggestion } from './tables.server.ts';

interface Mail {
  to: string;
  subject: string;
  text: string;
}

type SuggesterLetter = Extract<Letter, { to: 'suggester' }>;

/** The mail of a letter, or null when there is nobody to write to. */
export function writeLetter(parts: Parts, tenant: TenantScope, letter: Letter): Promise<Mail | null> {
  return letter.to === 'suggester'
    ? writeToSuggester(parts, tenant, letter)
    : writeToOrganiser(parts, tenant, letter);
}

async function writeToSuggester(
  parts: Parts,
  tenant: TenantScope,
  { id, kind }: SuggesterLetter,
): Promise<Mail | null> {
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(suggestion)
      .where(and(eq(suggestion.tenantId, tenant.tenant.id), eq(suggestion.id, id))),
  );
  if (!row) return null;
  const town = tenant.tenant.name;
  const values = { town, event: row.fields.title, day: showPartialDate(row.eraseOn, row.language) };
  if (kind === 'to-desk') {
    const { settings } = await readTown(tenant);
    const to = settings.contacts.find(
      ({ role, email }) => email && role === settings.defaultContactRole,
    )?.email;
    if (!to) return null;
    // Nothing of the suggester: how to reach them stands at the desk, behind a sign-in.
    const link = `${row.origin}/verwaltung/vorschlaege/${id}`;
    return letterOf(translator('de'), kind, { to, values, quoted: row.fields.title, link });
  }
  if (!row.email) return null;
  const token = linkToken(signerOf(parts), tenant.tenant.id, id);
  const own = kind === 'published' ? await findOwn(tenant, token) : null;
  const link = own?.slug
    ? `${row.origin}/veranstaltungen/${own.slug}`
    : `${row.origin}/veranstaltungen/vorschlagen/${token}`;
  const quoted = kind === 'declined' ? row.reason : row.fields.title;
  return letterOf(translator(row.language), kind, { to: row.email, values, quoted, link });
}

async function writeToOrganiser(
  parts: Parts,
  tenant: TenantScope,
  { id, kind }: Extract<Letter, { to: 'organiser' }>,
): Promise<Mail | null> {
  const [row] = await tenant.read((store) =>
    store
      .select()
      .from(organiser)
      .where(and(eq(organiser.tenantId, tenant.tenant.id), eq(organiser.id, id))),
  );
  if (!row || row.disabledAt) return null;
  const hours = kind === 'invited' ? INVITATION_HOURS : LINK_HOURS;
  const link = `${row.origin}/veranstalter/${organiserToken(parts, tenant, row, hours)}`;
  const values = { town: tenant.tenant.name, event: '', day: '', again: `${row.origin}/veranstalter` };
  return letterOf(translator('de'), kind, { to: row.email, values, quoted: row.name, link });
}

function letterOf(
  t: Translator,
  kind: Letter['kind'],
  about: { to: string; values: Record<string, string>; quoted: string; link: string },
): Mail {
  const { to, values, quoted, link } = about;
  return {
    to,
    subject: t(`suggestions.mail.${kind}.subject`, values),
    text: [
      t('suggestions.mail.hello'),
      t(`suggestions.mail.${kind}.text`, values),
      quoted
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
      `${t(`suggestions.mail.${kind}.link`, values)}\n${link}`,
      ...(kind === 'receipt' ? [t('suggestions.mail.privacy', values)] : []),
      values.town,
    ].join('\n\n'),
  };
}

function translator(locale: string): Translator {
  return createTranslator({ de, en, 'de-x-leicht': easy }, locale as Locale);
}
