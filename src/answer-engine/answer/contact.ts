import { pagesOf, type AnswerIndex } from '../index/index.ts';
import type { Query } from '../index/query.ts';
import type { Question } from '../types.ts';
import { coverage, overlap } from './page.ts';
import type { CloseReading } from './reading.ts';

const generalOffice = /stadtverwaltung|gemeindeverwaltung|verwaltung|bürgerbüro|rathaus|bürgeramt/i;
const businessOffice = /wirtschaftsförderung/i;

/** The role a person should turn to: by what the closest pages say and by the words of the question. */
export function contactFor(
  index: AnswerIndex,
  question: Question,
  query: Query,
  pages: readonly CloseReading[],
): { role: string } | null {
  const roles = rolesOf(index);
  if (!roles.size) return null;
  const votes = new Map<string, number>();
  const vote = (role: string, weight: number): void => void votes.set(role, (votes.get(role) ?? 0) + weight);
  pages.slice(0, 6).forEach((page, rank) => {
    if (page.document.contactRole) vote(page.document.contactRole, page.pageCovers ** 2 / (1 + 0.5 * rank));
  });
  for (const role of roles.keys()) {
    const named = coverage(query, [overlap(query, role)]);
    if (named > 0.15) vote(role, named * 1.2);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best && best[1] > 0.08) return { role: best[0] };
  return { role: generalRole(roles, question.audience) };
}

function rolesOf(index: AnswerIndex): Map<string, number> {
  const roles = new Map<string, number>();
  for (const page of pagesOf(index)) {
    if (page.contactRole) roles.set(page.contactRole, (roles.get(page.contactRole) ?? 0) + 1);
  }
  return roles;
}

// Nothing known about the subject: the front office, or the economic development office for businesses.
function generalRole(roles: ReadonlyMap<string, number>, audience: Question['audience']): string {
  const ranked = [...roles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([role]) => role);
  const wanted = audience === 'business' ? businessOffice : generalOffice;
  return (
    ranked.find((role) => wanted.test(role)) ?? ranked.find((role) => generalOffice.test(role)) ?? ranked[0]!
  );
}
