import type { ImporterName } from '../model.ts';
import { boundariesImporter } from './boundaries.server.ts';
import { calendarImporter } from './calendar.server.ts';
import { councilImporter } from './council.server.ts';
import { entriesImporter } from './entries.server.ts';
import { feedImporter } from './feed.server.ts';
import type { Importer } from './importer.ts';
import { integreatImporter } from './integreat.server.ts';
import { knowledgeImporter } from './knowledge.server.ts';
import { patentsImporter } from './patents.server.ts';
import { geoPlacesImporter, placesImporter, stopsImporter } from './places.server.ts';
import { programmeImporter } from './programme.server.ts';
import { servicesImporter } from './services.server.ts';
import { tableImporter } from './table.server.ts';

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
  patents: patentsImporter,
  'entries-json': entriesImporter,
  table: tableImporter,
};
