import { findDefinition } from '#modules/open311.server';
import { writeDefinition } from '#platform/formats.server';
import type { RequestHandler } from './$types';
import { answer, fault, georeport } from '../../respond';

export const GET: RequestHandler = (event) =>
  georeport(event, async (format) => {
    const { locals, params } = event;
    const definition = await findDefinition(locals.tenant, params.code);
    if (!definition)
      return fault(404, [locals.t('open311.fault.service-unknown', { code: params.code })], format);
    return answer(writeDefinition(definition, format), format);
  });
