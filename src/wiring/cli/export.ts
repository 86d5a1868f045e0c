import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eachPublic } from '#modules/publishing.server';
import type { TenantScope } from '#platform/scope.server';
import { kinds } from '../kinds.server.ts';
import { scopeOfTown, text } from './command.ts';
import type { Command } from './command.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'schreibt alle veröffentlichten Inhalte einer Gemeinde als offene Daten',
  description: 'Ein Eintrag je Zeile (NDJSON), mit Herkunft und Lizenz. Für eine Sicherung siehe backup.',
  options: {
    town: { type: 'string', required: true, value: '<kürzel>', help: 'Gemeinde' },
    out: { type: 'string', value: '<datei>', help: 'Zieldatei; ohne Angabe auf die Standardausgabe' },
  },
  example: 'export --town hagenow --out hagenow.ndjson',
  async run(context) {
    const scope = await scopeOfTown(context, text(context.given, 'town'));
    const out = text(context.given, 'out');
    let count = 0;
    const lines = async function* () {
      for await (const line of publicLines(scope)) {
        count++;
        yield line;
      }
    };
    try {
      if (out) {
        await pipeline(Readable.from(lines()), createWriteStream(`${out}.unfinished`));
        await rename(`${out}.unfinished`, out);
        context.print(`${count} Einträge nach ${out} geschrieben.`);
      } else for await (const line of lines()) process.stdout.write(line);
    } finally {
      await scope.end();
    }
  },
};

async function* publicLines(scope: TenantScope): AsyncGenerator<string> {
  for (const kind of kinds) {
    for await (const contents of eachPublic(scope, kind)) {
      for (const content of contents) yield `${JSON.stringify({ town: scope.tenant.slug, ...content })}\n`;
    }
  }
}
