import { pagesOf, type AnswerIndex } from '../index/index.ts';
import { otherWords, type Query } from '../index/query.ts';
import type { Question } from '../types.ts';
import { registersOneself } from './cues.ts';
import { readLine } from './line.ts';
import { officeHints } from './offices.ts';
import { overlap, type Overlap } from './page.ts';
import type { CloseReading } from './reading.ts';

const frontOffice = /stadtverwaltung|gemeindeverwaltung|samtgemeinde|amtsverwaltung/i;
const anyOffice = /verwaltung|bürgerbüro|rathaus|bürgeramt/i;
const businessOffice = /wirtschaftsförderung/i;
const hintCounts = 0.6;
const hintByMeaning = 0.25;
const enoughVotes = 0.12;
const committee = /ausschuss|vorsitz|stadtvertretung|gemeindevertretung/i;
const asksCommittee =
  /ausschuss|vorsitz|sitzung|vertret|rat(?:s|haus)?(?!\p{L})|beschluss|beschloss|abgestimmt|gestimmt|antrag/iu;
const seldom = 0.5;

// Committees decide; whoever needs help is helped by an office.
const isUnasked = (role: string, text: string): boolean => committee.test(role) && !asksCommittee.test(text);

/** The role a person should turn to: by what the closest pages say and by the words of the question. */
export function contactFor(
  index: AnswerIndex,
  question: Question,
  query: Query,
  pages: readonly CloseReading[],
): { role: string } | null {
  const roles = rolesOf(index);
  if (!roles.size) return null;
  const named = roleNamed(roles, question.text);
  if (named) return { role: named };
  // Pages about other things that are reported or registered know nothing of it.
  if (registersOneself.test(question.text)) return officeFor(index, question, query);
  const votes = new Map<string, number>();
  const vote = (role: string, weight: number): void => void votes.set(role, (votes.get(role) ?? 0) + weight);
  pages.slice(0, 6).forEach(({ document, reading }, rank) => {
    if (document.contactRole)
      vote(
        document.contactRole,
        tellingShare(query, [reading.title, ...reading.lines]) ** 2 / (1 + 0.5 * rank),
      );
  });
  const hinted = hintsFor(index, question, query);
  for (const role of roles.keys()) vote(role, namedShare(query, role) * 1.2 + (hinted.get(role) ?? 0));
  for (const [role, weight] of votes) if (isUnasked(role, question.text)) votes.set(role, weight * seldom);
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { role: best && best[1] > enoughVotes ? best[0] : generalRole(roles, question.audience) };
}

// "Ordnungsamt" alone asks for that office.
function roleNamed(roles: ReadonlyMap<string, number>, text: string): string | undefined {
  const bare = text.toLowerCase().replace(/[^\p{L}-]/gu, '');
  return [...roles.keys()].find((role) => role.toLowerCase() === bare);
}

/** The office for a question that no page may answer: by the words of the question alone. */
export function officeFor(index: AnswerIndex, question: Question, query: Query): { role: string } | null {
  const roles = rolesOf(index);
  const [best] = [...hintsFor(index, question, query)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return roles.size ? { role: best?.[0] ?? generalRole(roles, question.audience) } : null;
}

// Roles that the words of the question point to, or less surely what those words mean.
function hintsFor(index: AnswerIndex, question: Question, query: Query): ReadonlyMap<string, number> {
  const asked = officesHinted([...(question.history ?? []), question.text].join(' '));
  const meant = officesHinted(otherWords(index, query));
  // What a business may mean is first asked of the office for businesses, not of the counter for residents.
  const forBusiness = question.audience === 'business';
  const hints = new Map<string, number>();
  for (const role of rolesOf(index).keys()) {
    if (asked.some((office) => office.test(role))) hints.set(role, hintCounts);
    else if (!(forBusiness && anyOffice.test(role)) && meant.some((office) => office.test(role)))
      hints.set(role, hintByMeaning);
  }
  return hints;
}

const officesHinted = (text: string): RegExp[] =>
  officeHints.filter(([subject]) => subject.test(text)).map(([, office]) => office);

// Words that stand on many pages (the town's name) do not tell who is in charge.
const telling = 2.2;

function tellingShare(query: Query, overlaps: readonly Overlap[]): number {
  let said = 0;
  let all = 0;
  query.units.forEach((unit, u) => {
    const worth = unit.worth * unit.weight;
    all += worth;
    if (unit.worth >= telling) said += worth * Math.max(...overlaps.map((one) => one.any[u]!));
  });
  return all > 0 ? said / all : 0;
}

// How much of the question the name of a role says; most share no word with it.
function namedShare(query: Query, role: string): number {
  return readLine(role).terms.some((term) => query.meetings.has(term))
    ? tellingShare(query, [overlap(query, role)])
    : 0;
}

const rolesByIndex = new WeakMap<AnswerIndex, ReadonlyMap<string, number>>();

// Every role of the town with the number of its pages; an index never changes, so it is counted once.
function rolesOf(index: AnswerIndex): ReadonlyMap<string, number> {
  const known = index.corpus?.roles ?? rolesByIndex.get(index);
  if (known) return known;
  const roles = new Map<string, number>();
  for (const page of pagesOf(index)) {
    if (page.contactRole) roles.set(page.contactRole, (roles.get(page.contactRole) ?? 0) + 1);
  }
  rolesByIndex.set(index, roles);
  return roles;
}

// Nothing known about the subject: the front office, or the economic development office for businesses.
function generalRole(roles: ReadonlyMap<string, number>, audience: Question['audience']): string {
  const ranked = [...roles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([role]) => role);
  const wanted =
    audience === 'business' ? [businessOffice, frontOffice, anyOffice] : [frontOffice, anyOffice];
  return wanted.map((office) => ranked.find((role) => office.test(role))).find(Boolean) ?? ranked[0]!;
}
