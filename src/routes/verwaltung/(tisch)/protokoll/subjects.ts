import type { Person, Role } from '#modules/identity';
import type { KindDescription } from '#modules/publishing';

/** What a line of the audit trail is about, as a person calls it. */
export interface Subject {
  name: string;
  /** Where it can be seen at the desk. */
  path: string | null;
}

interface Known {
  kinds: readonly Pick<KindDescription, 'kind' | 'path'>[];
  entries: ReadonlyMap<string, { kind: string; title: string }>;
  people: readonly Pick<Person, 'userId' | 'name'>[];
  roles: readonly Pick<Role, 'key' | 'name'>[];
  sources: readonly { id: string; name: string }[];
}

interface Line {
  subjectKind: string;
  subjectId: string;
  details: Record<string, unknown>;
}

/** Finds the name of what a line is about. What has no name, or is gone without leaving one, is left out. */
export function subjectReader(known: Known): (line: Line) => Subject | null {
  return ({ subjectKind, subjectId, details }) => {
    const entry = known.entries.get(subjectId);
    const kind = entry && known.kinds.find((one) => one.kind === entry.kind);
    if (entry && kind) return { name: entry.title, path: `/verwaltung/inhalte/${kind.path}/${subjectId}` };
    const person = subjectKind === 'person' && known.people.find(({ userId }) => userId === subjectId);
    if (person) return { name: person.name, path: `/verwaltung/personen/${subjectId}` };
    const role = subjectKind === 'role' && known.roles.find(({ key }) => key === subjectId);
    if (role) return { name: role.name, path: `/verwaltung/personen/rollen/${subjectId}` };
    const source = known.sources.find(({ id }) => id === subjectId);
    if (source) return { name: source.name, path: `/verwaltung/quellen/${subjectId}` };
    return typeof details.title === 'string' ? { name: details.title, path: null } : null;
  };
}
