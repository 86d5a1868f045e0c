import { readGeoJson } from '#platform/formats.server';
import { done } from '#platform/outcome';
import type { ImportFault } from '../model.ts';
import { dropped, textOr } from './importer.ts';
import type { AreaRow, Importer } from './importer.ts';

/** Areas of municipalities with their official key (AGS), in the attributes of VG250. */
export const boundariesImporter: Importer = {
  targets: ['boundaries'],
  read(bytes, context) {
    const read = readGeoJson(bytes);
    if (!read.ok) return read;
    const faults: ImportFault[] = dropped(read.value.faults);
    const rows: AreaRow[] = [];
    for (const { row, properties, geometry } of read.value.rows) {
      const key = textOr(properties.AGS, '');
      const at = { line: null, row, value: textOr(properties.GEN, ''), kept: false };
      if (!/^\d{2,8}$/.test(key)) faults.push({ ...at, field: 'AGS', reason: 'key-wrong' });
      else if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
        faults.push({ ...at, field: 'geometry', reason: 'area-missing' });
      } else {
        const area = {
          key,
          name: textOr(properties.GEN, key),
          designation: textOr(properties.BEZ, ''),
          geometry,
          sourceName: context.mapping.sourceName ?? context.sourceName,
          licence: context.licence ?? '',
        };
        rows.push({ line: null, row, externalId: key, area });
      }
    }
    return done({ rows, faults });
  },
};
