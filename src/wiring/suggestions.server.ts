import { createSuggestions } from '#modules/suggestions.server';
import type { Suggestions } from '#modules/suggestions.server';
import { savePicture } from '#platform/files.server';
import type { FileStore } from '#platform/files.server';
import type { MailSender } from '#platform/mail.server';

interface SuggestionsWish {
  secret: string;
  mail: Pick<MailSender, 'send'>;
  files: FileStore;
  throttled: boolean;
}

/** Joins suggested events with mail and the keeping of pictures. */
export function joinSuggestions(wish: SuggestionsWish): Suggestions {
  return createSuggestions({
    ...wish,
    keepPicture: (tenantId, bytes) => savePicture(wish.files, tenantId, bytes),
  });
}
