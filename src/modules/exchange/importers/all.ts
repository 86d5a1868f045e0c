import type { ImporterName } from '../model.ts';
import { boundariesImporter } from './boundaries.ts';
import { calendarImporter } from './calendar.ts';
import { councilImporter } from './council.ts';
import { entriesImporter } from './entries.ts';
import { feedImporter } from './feed.ts';
import type { Importer } from './importer.ts';
import { integreatImporter } from './integreat.ts';
import { knowledgeImporter } from './knowledge.ts';
import { geoPlacesImporter, placesImporter, stopsImporter } from './places.ts';
import { programmeImporter } from './programme.ts';
import { servicesImporter } from './services.ts';

export const importers: Readonly<Record<ImporterName, Importer>> = {
  rss: feedImporter,
  ical: calendarImporter,
  'knowledge-json': knowledgeImporter,
  integreat: integreatImporter,
  'places-json': placesImporter,
  'geojson-places': geoPlacesImporter,
  'stops-ndjson': stopsImporter,
  'boundaries-geojson': boundariesImporter,
  'council-json': councilImporter,
  'programme-json': programmeImporter,
  'services-json': servicesImporter,
  'entries-json': entriesImporter,
};
