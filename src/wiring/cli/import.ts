import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { listSources } from '#modules/exchange.server';
import type { ImportFault, Run, SourceDraft } from '#modules/exchange';
import { createTranslator } from '#platform/i18n';
import { createTownExchange } from '../exchange.server.ts';
import { CommandFault, refusalFault, scopeOfTown, text } from './command.ts';
import type { Command } from './command.ts';

const FAULTS_SHOWN = 20;

export const importCommand: Command = {
  name: 'import',
  summary: 'übernimmt Inhalte aus einer Datei oder Adresse',
  description: `Formate: rss (auch Atom), ical, knowledge-json, integreat, places-json, geojson-places,
stops-ndjson, boundaries-geojson, council-json.
Ziele: news, notices, events, places, articles, boundaries.
Wird dieselbe Quelle wieder eingelesen, ändert sich nur, was sich in ihr geändert hat.`,
  options: {
    town: { type: 'string', required: true, value: '<kürzel>', help: 'Gemeinde' },
    source: {
      type: 'string',
      required: true,
      value: '<name>',
      help: 'Name der Quelle; eine neue wird angelegt',
    },
    file: { type: 'string', value: '<datei>', help: 'diese Datei einlesen' },
    url: { type: 'string', value: '<adresse>', help: 'von dieser Adresse holen' },
    format: { type: 'string', value: '<format>', help: 'wie gelesen wird (nur bei einer neuen Quelle)' },
    target: { type: 'string', value: '<ziel>', help: 'was daraus wird (nur bei einer neuen Quelle)' },
    licence: { type: 'string', value: '<lizenz>', help: 'Lizenz der Inhalte' },
    attribution: { type: 'string', value: '<nachweis>', help: 'Namensnennung, die die Lizenz verlangt' },
    publish: { type: 'boolean', help: 'gleich veröffentlichen statt als Entwurf ablegen' },
    'dry-run': { type: 'boolean', help: 'nur prüfen und berichten, keine Inhalte übernehmen' },
  },
  example: 'import --town hagenow --source Vereine --file termine.ics --format ical --target events',
  async run(context) {
    const { given, print } = context;
    const scope = await scopeOfTown(context, text(given, 'town'));
    try {
      const exchange = createTownExchange();
      const name = text(given, 'source');
      const known = (await listSources(scope)).find((source) => source.name === name);
      const id = known?.id ?? (await saveNewSource(exchange, scope, context));
      const bytes = given.file ? await readFile(text(given, 'file')).catch(unreadable) : undefined;
      const run = await exchange.runImport(scope, id, {
        ...(bytes ? { bytes } : {}),
        dryRun: given['dry-run'] === true,
      });
      if (!run.ok) throw refusalFault('Der Import lief nicht', run);
      report(run.value, print);
      if (!known && run.value.isDryRun)
        print(`Die Quelle „${name}“ ist damit angelegt; Inhalte kommen erst ohne --dry-run.`);
    } finally {
      await scope.end();
    }
  },
};

async function saveNewSource(
  exchange: ReturnType<typeof createTownExchange>,
  scope: Awaited<ReturnType<typeof scopeOfTown>>,
  { given }: Parameters<Command['run']>[0],
): Promise<string> {
  const name = text(given, 'source');
  if (!given.format || !given.target) {
    throw new CommandFault(
      `Die Quelle „${name}“ ist neu: Bitte mit --format und --target sagen, was sie ist und was daraus wird.`,
    );
  }
  const saved = await exchange.saveSource(scope, {
    draft: {
      name,
      importer: text(given, 'format') as SourceDraft['importer'],
      target: text(given, 'target'),
      url: text(given, 'url') || null,
      licence: text(given, 'licence') || null,
      attribution: text(given, 'attribution') || null,
      publishAs: given.publish ? 'published' : 'draft',
    },
  });
  if (!saved.ok) throw refusalFault(`Die Quelle „${name}“ wurde nicht angelegt`, saved);
  return saved.value.id;
}

function unreadable(error: NodeJS.ErrnoException): never {
  throw new CommandFault(`Die Datei ${basename(error.path ?? '')} ist nicht lesbar (${error.code}).`);
}

function report(run: Run, print: (line: string) => void): void {
  if (run.reason) throw new CommandFault(`Nichts übernommen. ${inWords(run.reason, run.reasonValues)}`);
  const word = run.isDryRun ? 'Probelauf' : 'Übernommen';
  print(
    `${word}: ${run.created} neu, ${run.updated} geändert, ${run.unchanged} gleich, ${run.vanished} verschwunden, ${run.refused} abgelehnt.`,
  );
  for (const fault of run.faults.slice(0, FAULTS_SHOWN))
    print(`  ${placeOf(fault)}: ${inWords(fault.reason)}`);
  const more = run.faults.length - FAULTS_SHOWN;
  if (more > 0) print(`  … und ${more} weitere; alle stehen in der Verwaltung unter „Quellen“.`);
}

function placeOf({ line, row, value }: ImportFault): string {
  const place = [line ? `Zeile ${line}` : '', row ? `Eintrag ${row}` : ''].filter(Boolean).join(', ');
  return `${place || 'Dokument'}${value ? ` („${value}“)` : ''}`;
}

// The messages of the room, read as `catalogs.ts` reads them, which only a bundler can.
const MESSAGES = join(import.meta.dirname, '../../modules/exchange/messages/de.json');

/** What the desk says about a fault; the command line speaks German. */
function inWords(reason: string, values: Record<string, string | number> = {}): string {
  const de = JSON.parse(readFileSync(MESSAGES, 'utf8')) as Record<string, string>;
  const t = createTranslator({ de, en: {}, 'de-x-leicht': {} }, 'de');
  const key = `exchange.fault.${reason}`;
  return t.has(key) ? t(key, values) : reason;
}
