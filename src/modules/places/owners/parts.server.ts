import type { Signer } from '#platform/forms.server';

/** Hands a mail to the mail server; throws when it was not taken. */
export interface Mailer {
  send(mail: { to: string; subject: string; text: string; messageId?: string }): Promise<unknown>;
}

/** What asking owners needs of others; wiring hands it in. */
export interface OwnerParts {
  /** Makes the owners' links: with another one, open links are void. */
  secret: string;
  mail: Mailer;
}

/** Links of this room are signed in its name. */
export const signerOf = ({ secret }: OwnerParts): Signer => ({ secret, room: 'places' });
