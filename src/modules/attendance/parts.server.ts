import type { Signer } from '#platform/forms.server';

/** Hands a mail to the mail server; throws when it was not taken. */
export interface Mailer {
  send(mail: {
    to: string;
    subject: string;
    text: string;
    messageId?: string;
    unsubscribeUrl?: string;
    calendar?: { fileName: string; content: string };
  }): Promise<unknown>;
}

/** What this room needs of others; wiring hands it in. */
export interface Parts {
  /** Signs forms and makes the links: with another one, open links are void. */
  secret: string;
  mail: Mailer;
  /** `false` switches the limits on senders off, for measuring only. */
  throttled?: boolean;
}

/** Forms and links of this room are signed in its name. */
export const signerOf = ({ secret }: Pick<Parts, 'secret'>): Signer => ({ secret, room: 'attendance' });
