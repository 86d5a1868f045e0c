import { addDays, addWorkingDays } from '#platform/formats';
import type { HolidayCalendar } from '#platform/formats';
import type { Inquiry, InquiryAudience, InquiryState } from './model.ts';

export const ANSWER_WITHIN_WORKING_DAYS = 3;
export const ERASE_AFTER_DAYS = 30;
/** Whatever becomes of an inquiry, nobody's telephone number stays longer. */
export const ERASE_AT_LATEST_AFTER_DAYS = 180;

/** The day an answer is due: so many working days after the day of receipt, weekends and holidays left out. */
export function dueOn(
  receivedOn: string,
  calendar: Pick<HolidayCalendar, 'publicHoliday'>,
  workingDays = ANSWER_WITHIN_WORKING_DAYS,
): string {
  return addWorkingDays(receivedOn, workingDays, calendar);
}

export function isOpen(state: InquiryState): boolean {
  return state === 'new' || state === 'assigned';
}

export function isOverdue(inquiry: Pick<Inquiry, 'state' | 'dueOn'>, today: string): boolean {
  return isOpen(inquiry.state) && inquiry.dueOn < today;
}

/** An answer may be followed by one question of the asker, while the answer still stands. */
export function mayReply(inquiry: Pick<Inquiry, 'state' | 'repliedAt'>): boolean {
  return inquiry.state === 'answered' && inquiry.repliedAt === null;
}

/** When the asker's data goes: 30 days after the answer or the end, at the latest half a year after it came. */
export function eraseOn(receivedOn: string, doneOn: string | null): string {
  const latest = addDays(receivedOn, ERASE_AT_LATEST_AFTER_DAYS);
  if (!doneOn) return latest;
  const wished = addDays(doneOn, ERASE_AFTER_DAYS);
  return wished < latest ? wished : latest;
}

interface Actor {
  id: string | null;
}
interface Rights {
  actor: Actor;
  may(permission: string): boolean;
}

/** Who holds the right, and the one it was given to. */
export function mayAnswer(who: Rights, inquiry: Pick<Inquiry, 'assignedTo'>): boolean {
  return who.may('handover.answer') || (who.actor.id !== null && who.actor.id === inquiry.assignedTo);
}

export function mayRead(who: Rights, inquiry: Pick<Inquiry, 'assignedTo'>): boolean {
  return mayAnswer(who, inquiry) || who.may('handover.assign');
}

/** Anyone may be given an inquiry by those who assign; everybody who answers may take one. */
export function mayAssign(who: Rights, to: string): boolean {
  return who.may('handover.assign') || (who.may('handover.answer') && who.actor.id === to);
}

/** What of an answer is knowledge: not the greeting, not the regards, not who signed. */
export function knowledgeIn(answer: string): string {
  return answer.replace(GREETING, '').replace(REGARDS, '').trim();
}

const GREETING =
  /^\s*(?:guten (?:tag|morgen|abend)|moin|hallo|sehr geehrte|liebe[rs]?|hello|dear|good (?:morning|afternoon))(?!\p{L})[^\n,.!]*(?:[,.!]+|\n|$)\s*/iu;
const REGARDS =
  /\n\s*(?:mit (?:freundlichen|besten|vielen) grüßen|(?:viele|beste|freundliche|herzliche|schöne) grüße|kind regards|best regards|yours)(?!\p{L})[\s\S]*$/iu;

interface Office {
  role: string;
  topics: readonly string[];
}

export interface Wish {
  /** The role the answer named. */
  role: string;
  question: string;
  audience: InquiryAudience;
  /** The role that answers when no other fits. */
  defaultRole: string;
}

/**
 * Who should answer: the role the answer named; else the one whose topics the question is about; for a business a
 * guide; else the town's first address. Null only when the town has named nobody.
 */
export function chooseOffice<Known extends Office>(offices: readonly Known[], wish: Wish): Known | null {
  const byRole = (role: string) => (role ? offices.find((office) => office.role === role) : undefined);
  const asked = stems(wish.question);
  const scored = offices
    .map((office) => ({ office, score: overlap(asked, stems([office.role, ...office.topics].join(' '))) }))
    .sort((a, b) => b.score - a.score);
  const byTopic = scored[0] && scored[0].score > 0 ? scored[0].office : undefined;
  const guide =
    wish.audience === 'business' ? offices.find(({ role }) => /lots|wirtschaft/i.test(role)) : undefined;
  return byRole(wish.role) ?? byTopic ?? guide ?? byRole(wish.defaultRole) ?? offices[0] ?? null;
}

/** Of the topics of an office the one the question is about, for the desk's list. */
export function topicOf(office: Office, question: string): string {
  const asked = stems(question);
  return office.topics.find((topic) => overlap(asked, stems(topic)) > 0) ?? '';
}

function stems(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words
    .filter((word) => !FILLER.has(word))
    .map((word) => word.replace(/(?<=.{4})(?:ungen|ung|en|er|es|em|e|n|s)+$/, ''));
}

/** Words two texts share; a compound counts for the longer word it holds (Gewerbesteuer, Steuern). */
function overlap(a: readonly string[], b: readonly string[]): number {
  return b.filter((word) => a.some((other) => other === word || holds(other, word) || holds(word, other)))
    .length;
}

function holds(compound: string, part: string): boolean {
  return part.length >= 4 && compound.length > part.length && compound.includes(part);
}

const FILLER = new Set(
  'eine einen einem einer wird werden kann können muss müssen soll gibt haben habe wann welche welcher welches bitte nicht auch noch über unter fachbereich fachdienst abteilung stadt gemeinde'.split(
    ' ',
  ),
);
