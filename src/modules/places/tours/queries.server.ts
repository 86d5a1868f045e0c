import { findPublic, listNewest } from '#modules/publishing.server';
import type { ContentFilter, Page } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { placesBySlug } from '../houses.server.ts';
import { tourKind } from './kind.server.ts';
import type { Tour, TourStop } from './model.ts';
import { readStop } from './stops.ts';

/** Tours, the newest first. */
export function listTours(tenant: TenantScope, filter: ContentFilter = {}): Promise<Page<Tour>> {
  return listNewest(tenant, tourKind, filter);
}

export function findTour(tenant: TenantScope, slug: string): Promise<Tour | null> {
  return findPublic(tenant, tourKind, slug);
}

/** The stops of a tour in order; a place that is not public any more keeps its number and says nothing. */
export async function stopsOf(tenant: TenantScope, { details }: Tour): Promise<TourStop[]> {
  const written = details.stops.map(readStop).filter((stop) => stop !== null);
  const slugs = written.flatMap((stop) => (stop.kind === 'place' ? [stop.slug] : []));
  const places = await placesBySlug(tenant, slugs);
  return written.map((stop) => {
    if (stop.kind === 'point') return { ...stop, slug: null };
    const place = places.get(stop.slug);
    return {
      title: place?.title ?? '',
      text: place ? stop.text : '',
      slug: place ? stop.slug : null,
      latitude: place?.details.latitude ?? null,
      longitude: place?.details.longitude ?? null,
    };
  });
}
