import type { PictureKeeper } from '#modules/publishing.server';
import type { FileStore } from '#platform/files.server';
import type { Signer } from '#platform/forms.server';
import type { MailSender } from '#platform/mail.server';
import type { TenantScope } from '#platform/scope.server';

/** Somebody who comes to an event, without what only the town needs to know. */
export interface Guest {
  id: string;
  name: string;
  seats: number;
  state: string;
  answer: string;
  isConfirmed: boolean;
  attendedSeats: number | null;
}

export interface GuestDate {
  id: string;
  startsAt: Date;
  taken: number;
  waiting: number;
}

export interface GuestList {
  event: { id: string };
  date: { startsAt: Date };
  question: string;
  attendees: Guest[];
}

/** Sign-ups, asked with the rights of a desk; whoever asks has checked whose event it is. */
export interface GuestLists {
  listOffers(desk: TenantScope): Promise<{ eventId: string }[]>;
  findOffer(
    desk: TenantScope,
    eventId: string,
  ): Promise<{ event: { id: string; title: string }; offer: object | null; dates: GuestDate[] } | null>;
  findList(desk: TenantScope, dateId: string): Promise<GuestList | null>;
  exportList(desk: TenantScope, dateId: string): Promise<GuestList | null>;
}

/** What this room needs of others; wiring hands it in. */
export interface Parts {
  /** Signs forms and makes the links: with another one, open links are void. */
  secret: string;
  mail: Pick<MailSender, 'send'>;
  /** Writes a picture anew before anybody sees it. */
  keepPicture: PictureKeeper;
  files: Pick<FileStore, 'list' | 'remove'>;
  guests: GuestLists;
  /** `false` switches the limits on senders off, for measuring only. */
  throttled?: boolean;
}

/** Forms and links of this room are signed in its name. */
export const signerOf = ({ secret }: Pick<Parts, 'secret'>): Signer => ({ secret, room: 'suggestions' });
