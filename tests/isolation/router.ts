import { dirname } from 'node:path';
import { filesIn } from '../house/source-files.ts';

export interface Route {
  /** As in the folders below `src/routes`, without groups: `/aktuelles/[slug]`. */
  id: string;
  isPage: boolean;
  /** Of an endpoint: GET, POST … */
  methods: string[];
  /** Of a page: the names its forms post to. */
  actions: string[];
}

/** All routes of the app, read from its folders as the router reads them. */
export function readRoutes(): Route[] {
  const routes = new Map<string, Route>();
  for (const { path, text } of filesIn('src/routes', /\/\+(page|server|page\.server)\.(ts|svelte)$/)) {
    const id = routeId(dirname(path).slice('src/routes'.length));
    const route = routes.get(id) ?? { id, isPage: false, methods: [], actions: [] };
    if (path.includes('/+page')) route.isPage = true;
    route.methods.push(...(path.endsWith('/+server.ts') ? exportedMethods(text) : []));
    route.actions.push(...actionNames(text));
    routes.set(id, route);
  }
  return [...routes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function routeId(folder: string): string {
  const shown = folder
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\[x\+([0-9a-f]{2})\]/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return shown || '/';
}

function exportedMethods(text: string): string[] {
  return [
    ...text.matchAll(
      /^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|fallback)\b/gm,
    ),
  ].map((match) => match[1]!);
}

function actionNames(text: string): string[] {
  const body = /^export const actions\b[^=]*= \{\n(.*?)^\}/ms.exec(text)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(?:async )?(\w+)(?=[:(,])/gm)].map((match) => match[1]!);
}
