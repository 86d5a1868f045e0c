import { taggedResponse } from '#platform/headers.server';
import { localizedPath } from '#platform/i18n';
import { finishPage } from '#ui';
import type { RequestHandler } from './$types';
import rules from './button.css?raw';
import button from './button.js?raw';

/** The one script of a foreign page: a button that opens the town's questions, in the town's words and colours. */
export const GET: RequestHandler = ({ request, locals }) => {
  const { t, locale, town } = locals;
  const words = {
    path: localizedPath('/widget', locale),
    open: t('widget.title', { town: town.name }),
    close: t('widget.close'),
    theme: finishPage('%theme%', { locale, colours: town.settings.colours }).replaceAll(':root', ':host'),
    rules: rules.replace(/\n/g, ''),
  };
  return taggedResponse(
    request,
    button.replace('__TOWN__', () => JSON.stringify(words)),
    {
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
    },
  );
};
