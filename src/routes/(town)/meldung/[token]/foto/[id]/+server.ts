import { findPhotoFile } from '#modules/reports.server';
import { pictureResponse } from '#wiring/pictures.server';
import type { RequestHandler } from './$types';

/** A picture of one's own report, also while it waits to be published. */
export const GET: RequestHandler = async ({ params, url, locals: { tenant } }) =>
  pictureResponse(await findPhotoFile(tenant, params.id, { link: params.token }), url);
