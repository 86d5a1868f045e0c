import type { PictureKeeper } from '#modules/publishing.server';
import type { FileStore } from '#platform/files.server';
import type { Signer } from '#platform/forms.server';
import type { MailSender } from '#platform/mail.server';

/** What this room needs of others; wiring hands it in. */
export interface Parts {
  /** Signs forms and makes the links: with another one, open links are void. */
  secret: string;
  mail: Pick<MailSender, 'send'>;
  /** Writes a picture anew before anybody sees it. */
  keepPicture: PictureKeeper;
  files: Pick<FileStore, 'list' | 'remove'>;
  /** `false` switches the limits on senders off, for measuring only. */
  throttled?: boolean;
}

/** Forms and links of this room are signed in its name. */
export const signerOf = ({ secret }: Pick<Parts, 'secret'>): Signer => ({ secret, room: 'suggestions' });
