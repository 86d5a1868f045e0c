import type { RequestHandler } from './$types';
import { openData } from '../respond';

export const GET: RequestHandler = ({ locals: { town } }) =>
  openData({
    slug: town.slug,
    name: town.name,
    ags: town.ags,
    state: town.state,
    tagline: town.settings.tagline,
    localities: town.settings.localities,
    languages: town.settings.languages,
    contacts: town.settings.contacts,
  });
