import { existsSync } from 'node:fs';
import { BackupFault, restoreBackup } from '#platform/backup.server';
import type { BackupFaultCode } from '#platform/backup.server';
import { MIGRATIONS } from '../start-database.ts';
import { inWords } from './backup.ts';
import { CommandFault, text } from './command.ts';
import type { Command } from './command.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'spielt eine Sicherung ein',
  description: `Eine Sicherung von allem braucht eine leere Datenbank. Die Sicherung einer Gemeinde kommt zu den vorhandenen
hinzu. Stimmt eine Zahl oder Prüfsumme nicht, bleibt alles, wie es war.`,
  positionals: ['datei'],
  options: {},
  example: 'restore alles-2026-11-23T100000.ortskern.gz',
  keepSchema: true,
  async run({ database, files, given, print }) {
    const path = text(given, 'datei');
    if (!existsSync(path)) throw new CommandFault(`Die Datei ${path} gibt es nicht.`);
    const startedAt = performance.now();
    try {
      const report = await restoreBackup({ database, files, path, migrations: MIGRATIONS });
      print(
        `Eingespielt: ${inWords(report)} in ${((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} s.`,
      );
    } catch (error) {
      if (error instanceof BackupFault) throw new CommandFault(SENTENCES[error.code](error.values));
      throw error;
    }
  },
};

const SENTENCES: Record<BackupFaultCode, (values: Record<string, string>) => string> = {
  'not-a-backup': () => 'Das ist keine Sicherung von Ortskern. Es wurde nichts verändert.',
  'newer-format': ({ version }) =>
    `Die Sicherung hat das neuere Format ${version}. Ortskern zuerst aktualisieren. Es wurde nichts verändert.`,
  'newer-schema': ({ migrations }) =>
    `Die Sicherung stammt von einer neueren Version (${migrations}). Ortskern zuerst aktualisieren. Es wurde nichts verändert.`,
  'other-schema': ({ migrations }) =>
    `Tabellen der Sicherung und der Datenbank passen nicht zusammen (${migrations}). In eine leere Datenbank einspielen; sie wird danach auf Stand gebracht. Es wurde nichts verändert.`,
  damaged: ({ reason }) => `Die Sicherung ist beschädigt (${reason}). Es wurde nichts verändert.`,
  'not-empty': () =>
    'Die Datenbank ist nicht leer. Eine Sicherung von allem nur in eine leere Datenbank einspielen (anderes DATA_DIR oder DATABASE_URL). Es wurde nichts verändert.',
  conflict: ({ reason }) => `Etwas davon ist schon da (${reason}). Es wurde nichts verändert.`,
  'unknown-town': () => 'Diese Gemeinde gibt es nicht.',
};
