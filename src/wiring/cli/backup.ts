import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BackupFault, writeBackup } from '#platform/backup.server';
import type { BackupReport } from '#platform/backup.server';
import { CommandFault, text } from './command.ts';
import type { Command } from './command.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'sichert eine Gemeinde oder alles in eine Datei',
  description: `Die Sicherung gilt für einen Augenblick und stört den Betrieb nicht. Sie enthält alle Daten und Dateien,
aber nicht das Geheimnis der Anlage (SECRET oder DATA_DIR/secrets): Das gehört getrennt verwahrt.`,
  options: {
    town: { type: 'string', value: '<kürzel>', help: 'nur diese Gemeinde; ohne Angabe alles' },
    out: { type: 'string', value: '<datei>', help: 'Zieldatei (Vorgabe: DATA_DIR/backups/…)' },
  },
  example: 'backup --town hagenow --out hagenow.ortskern.gz',
  async run({ database, files, environment, given, now, print }) {
    const town = text(given, 'town') || null;
    const path = given.out ? resolve(text(given, 'out')) : standardPath(environment.dataFolder, town, now);
    const startedAt = performance.now();
    try {
      const report = await writeBackup({ database, files, path, town, now });
      print(
        `Gesichert: ${inWords(report)} in ${((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} s.`,
      );
      print(`${path} (${Math.ceil(statSync(path).size / 1024)} KB)`);
    } catch (error) {
      if (error instanceof BackupFault && error.code === 'unknown-town')
        throw new CommandFault(`Eine Gemeinde „${town}“ gibt es hier nicht.`);
      throw error;
    }
  },
};

function standardPath(dataFolder: string, town: string | null, now: Date): string {
  const folder = join(dataFolder, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
  return join(folder, `${town ?? 'alles'}-${stamp}.ortskern.gz`);
}

export function inWords(report: BackupReport): string {
  const rows = Object.values(report.tables).reduce((sum, count) => sum + count, 0);
  return `${report.towns.join(', ') || 'keine Gemeinde'}; ${rows} Zeilen aus ${Object.keys(report.tables).length} Tabellen, ${report.files} Dateien`;
}
