/** Kinds of places, two levels deep; an entry carries the finest one known. */
export const PLACE_TREE = {
  verwaltung: ['rathaus', 'behoerde', 'polizei', 'feuerwehr'],
  kultur: ['museum', 'bibliothek', 'kirche', 'denkmal'],
  bildung: ['kita', 'schule', 'weiterbildung'],
  gesundheit: ['arzt', 'apotheke', 'krankenhaus', 'pflege'],
  sport: ['sportplatz', 'sporthalle', 'bad', 'spielplatz'],
  einkaufen: ['lebensmittel', 'baeckerei', 'hofladen', 'laden'],
  gastronomie: ['cafe', 'restaurant', 'imbiss'],
  uebernachten: ['hotel', 'ferienwohnung', 'camping'],
  mobilitaet: ['bahnhof', 'haltestelle', 'parkplatz', 'ladestation'],
  entsorgung: ['wertstoffhof', 'container'],
  versorgung: ['toilette', 'trinkwasser', 'bank', 'post'],
  unternehmen: [],
} as const;

export type PlaceRoot = keyof typeof PLACE_TREE;

/** Every kind, each root before its own. */
export const PLACE_CATEGORIES: readonly string[] = Object.entries(PLACE_TREE).flatMap(([root, leaves]) => [
  root,
  ...leaves,
]);

/** The kinds a choice stands for: itself and what lies below. */
export function categoriesWithin(category: string): readonly string[] {
  return category in PLACE_TREE ? [category, ...PLACE_TREE[category as PlaceRoot]] : [category];
}

/** The kind above, or the kind itself when it is one of the first level. */
export function rootOf(category: string): PlaceRoot | null {
  const roots = Object.keys(PLACE_TREE) as PlaceRoot[];
  return roots.find((root) => categoriesWithin(root).includes(category)) ?? null;
}
