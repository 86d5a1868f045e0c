import { findPhotoFile } from '#modules/reports.server';
import { pictureResponse } from '#wiring/pictures.server';
import type { RequestHandler } from './$types';

/** A picture of a public report; `?breite=400` asks for a smaller one. */
export const GET: RequestHandler = async ({ params, url, locals: { tenant } }) =>
  pictureResponse(await findPhotoFile(tenant, params.id), url);
