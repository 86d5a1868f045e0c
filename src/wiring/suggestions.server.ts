import type { Attendance } from '#modules/attendance.server';
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
  attendance: Attendance;
}

/** Joins suggested events with mail, the keeping of pictures, and who comes to the events of organisers. */
export function joinSuggestions({ attendance, ...wish }: SuggestionsWish): Suggestions {
  return createSuggestions({
    ...wish,
    guests: {
      listOffers: attendance.listOffers,
      findOffer: attendance.findDeskOffer,
      findList: attendance.findDeskList,
      exportList: attendance.exportList,
    },
    keepPicture: (tenantId, bytes) => savePicture(wish.files, tenantId, bytes),
  });
}
