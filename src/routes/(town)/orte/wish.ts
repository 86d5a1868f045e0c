import { ACCESSIBILITY_FACTS, PLACE_CATEGORIES } from '#modules/places';
import type { PlaceDetails } from '#modules/places';

/** What a reader wants to see of the directory, as its address says it. */
export interface PlaceWish {
  category: string | null;
  q: string;
  openNow: boolean;
  accessibility: PlaceDetails['accessibility'];
  /** A village; the nearest places come first. */
  near: string | null;
}

export function readPlaceWish(query: URLSearchParams, localities: readonly string[]): PlaceWish {
  return {
    category: PLACE_CATEGORIES.find((known) => known === query.get('art')) ?? null,
    q: query.get('suche')?.slice(0, 100) ?? '',
    openNow: query.has('offen'),
    accessibility: ACCESSIBILITY_FACTS.filter((fact) => query.getAll('barrierefrei').includes(fact)),
    near: localities.find((name) => name === query.get('nah')) ?? null,
  };
}

/** The same as parts of an address. */
export function wishAsQuery(wish: PlaceWish): Record<string, string | readonly string[] | null> {
  return {
    art: wish.category,
    suche: wish.q,
    offen: wish.openNow ? 'ja' : null,
    barrierefrei: wish.accessibility,
    nah: wish.near,
  };
}

/** Whoever just looks around looks for places, not for every bus stop; those stand under their own kind. */
export function leavesOutStops(wish: PlaceWish): boolean {
  return !wish.category && !wish.q;
}
