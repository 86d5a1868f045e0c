import { collections } from '#wiring/collections.server';
import type { RequestHandler } from './$types';
import { openData } from '../respond';
import { openApiDocument } from './document';

export const GET: RequestHandler = ({ url, locals }) =>
  openData(openApiDocument(url.origin, locals.town.name, Object.keys(collections)));
