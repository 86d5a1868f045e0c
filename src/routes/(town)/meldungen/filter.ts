import { REPORT_STATUSES } from '#modules/reports';
import type { PublicFilter, ReportKind, ReportStatus } from '#modules/reports';

const KINDS = { schaden: 'defect', wunsch: 'wish' } as const;
const STATES = { offen: 'open', erledigt: 'closed' } as const;

/** What a reader wants to see, by the words of the address. */
export interface ReportFilter {
  art: keyof typeof KINDS | null;
  stand: keyof typeof STATES | ReportStatus | null;
  kategorie: string | null;
  ortsteil: string | null;
  suche: string | null;
}

/** Reads a filter from an address; what is not understood is left out. */
export function readFilter(query: URLSearchParams): ReportFilter {
  const stand = query.get('stand') ?? '';
  const short = (name: string, length: number) => query.get(name)?.trim().slice(0, length) || null;
  return {
    art: knownOf(KINDS, query.get('art')),
    stand: knownOf(STATES, stand) ?? REPORT_STATUSES.find((one) => one === stand) ?? null,
    kategorie: short('kategorie', 60),
    ortsteil: short('ortsteil', 80),
    suche: short('suche', 100),
  };
}

/** The filter as the reports understand it. */
export function publicFilter({ art, stand, kategorie, ortsteil, suche }: ReportFilter): PublicFilter {
  return {
    kind: art && (KINDS[art] as ReportKind),
    status: stand && (stand in STATES ? STATES[stand as keyof typeof STATES] : (stand as ReportStatus)),
    category: kategorie,
    locality: ortsteil,
    q: suche,
  };
}

function knownOf<Known extends object>(known: Known, typed: string | null): keyof Known | null {
  return typed !== null && Object.hasOwn(known, typed) ? (typed as keyof Known) : null;
}
