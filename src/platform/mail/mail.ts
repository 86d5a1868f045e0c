export interface Mail {
  to: string;
  subject: string;
  /** Plain text; that is all a town has to say. */
  text: string;
  replyTo?: string;
  /** Same id = same mail: a mail server or reader that sees it twice can tell. */
  messageId?: string;
  /** Where one click ends such mails, by POST and without a question (RFC 8058). */
  unsubscribeUrl?: string;
  /** Entries for the calendar of the reader, as iCalendar. */
  calendar?: { fileName: string; content: string };
}
