import { writeDiscovery } from '#platform/formats.server';
import type { RequestHandler } from './$types';
import { answer, georeport } from '../respond';

// When this interface last changed in a way a program has to know.
const CHANGED = new Date('2026-11-27T12:00:00+01:00');

/** Where the interface lies, what it speaks and whom to ask for a key. */
export const GET: RequestHandler = (event) => {
  const { locals, url } = event;
  const contacts = locals.town.settings.contacts;
  const contact =
    contacts.find(({ role }) => role === locals.town.settings.defaultContactRole) ?? contacts[0];
  return georeport(event, async (format) =>
    answer(
      writeDiscovery(
        {
          changedAt: CHANGED,
          contact: contact?.email || `${url.origin}/kontakt`,
          keyService: `${url.origin}/offene-daten#schluessel`,
          endpoints: [
            {
              specification: 'http://wiki.open311.org/GeoReport_v2',
              url: `${url.origin}/api/open311/v2`,
              changedAt: CHANGED,
              type: 'production',
              formats: ['text/xml', 'application/json'],
            },
          ],
        },
        format,
      ),
      format,
    ),
  );
};
