import { eventKind } from '#modules/events.server';
import { addMedium, attachMedium, forgetUnusedPicture } from '#modules/publishing.server';
import { done } from '#platform/outcome';
import type { Outcome } from '#platform/outcome';
import type { TenantScope } from '#platform/scope.server';
import type { KeptPicture } from './model.ts';
import type { Parts } from './parts.server.ts';

/** Takes a picture that came with a form; null when none came. */
export async function keepUploaded(
  parts: Pick<Parts, 'keepPicture'>,
  tenant: TenantScope,
  bytes: Uint8Array | null,
): Promise<Outcome<KeptPicture | null, string>> {
  return bytes && bytes.length > 0 ? parts.keepPicture(tenant.tenant.id, bytes) : done(null);
}

/** Gives a kept picture to an entry. What cannot be attached is no reason to lose the text. */
export async function attachKept(
  scope: TenantScope,
  entryId: string,
  picture: KeptPicture,
  about: { alt: string; creator: string },
): Promise<void> {
  const medium = await addMedium(scope, async () => done(picture), {
    bytes: new Uint8Array(),
    alt: about.alt,
    creator: about.creator,
    licence: 'CC BY 4.0',
  });
  if (medium.ok) await attachMedium(scope, eventKind, entryId, medium.value.id);
}

/** A picture whose event is not to be goes too, unless the town shows it elsewhere. */
export async function removeUnused(
  parts: Pick<Parts, 'files'>,
  tenant: TenantScope,
  picture: KeptPicture,
): Promise<void> {
  const scope = { ...tenant, may: (permission: string) => permission === 'publishing.media' };
  if (await forgetUnusedPicture(scope, picture.key)) await removeKept(parts, picture);
}

/** Removes a picture in all its sizes. */
export async function removeKept(parts: Pick<Parts, 'files'>, { key }: KeptPicture): Promise<void> {
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  const all: string[] = [];
  for await (const one of parts.files.list(folder)) all.push(one);
  for (const one of all) await parts.files.remove(one);
}
