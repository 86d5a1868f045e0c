/** The first and the next page of a list, with its filters; null where there is none. */
export function pageAddresses(
  path: string,
  filters: Readonly<Record<string, string | readonly string[] | null | undefined>>,
  cursor: string | null,
  next: string | null,
): { first: string | null; next: string | null } {
  return {
    first: cursor ? addressOf(path, filters) : null,
    next: next ? addressOf(path, { ...filters, ab: next }) : null,
  };
}

/** A path with the parts of its query that are set. */
export function addressOf(
  path: string,
  query: Readonly<Record<string, string | readonly string[] | null | undefined>>,
): string {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (!value) continue;
    for (const one of typeof value === 'string' ? [value] : value) set.append(name, one);
  }
  const text = set.toString();
  return text ? `${path}?${text}` : path;
}
