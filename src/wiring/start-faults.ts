import { SchemaNewerThanCode } from '#platform/db.server';
import { DatabaseFault } from '#platform/supervisor.server';
import { EnvironmentFaults } from '#env';

export interface Explanation {
  de: string;
  en: string;
}

/** A start that cannot go on, with the sentence a person needs. */
export class StartFault extends Error {
  readonly code: StartFaultCode;
  readonly values: Record<string, string>;
  constructor(code: StartFaultCode, values: Record<string, string> = {}, options?: ErrorOptions) {
    super(`${code} ${Object.values(values).join(' ')}`, options);
    this.code = code;
    this.values = values;
  }
}

export type StartFaultCode =
  | 'port-taken'
  | 'port-forbidden'
  | 'not-writable'
  | 'disk-full'
  | 'database-unreachable'
  | 'database-too-old'
  | 'database-missing'
  | 'wrong-credentials'
  | 'build-failed';

/** What went wrong and what to do about it, in both languages. Null = a fault nobody foresaw. */
export function explain(error: unknown): Explanation | null {
  if (error instanceof EnvironmentFaults) return explainEnvironment(error);
  if (error instanceof SchemaNewerThanCode) return explainNewerSchema(error);
  if (error instanceof StartFault || error instanceof DatabaseFault) return TEXTS[error.code](error.values);
  return null;
}

type Values = Record<string, string | undefined>;

const TEXTS: Record<StartFaultCode | DatabaseFault['code'], (values: Values) => Explanation> = {
  'port-taken': ({ port }) => ({
    de: `Port ${port} ist schon belegt. Das andere Programm beenden, mit PORT=… einen anderen Port nennen oder mit „npm start -- --next-port“ den nächsten freien nehmen.`,
    en: `Port ${port} is already taken. Stop the other program, name another port with PORT=…, or take the next free one with "npm start -- --next-port".`,
  }),
  'port-forbidden': ({ port, host }) => ({
    de: `Auf ${host}, Port ${port}, darf hier nicht gelauscht werden. PORT ab 1024 und eine Adresse dieses Rechners als HOST wählen.`,
    en: `Listening on ${host}, port ${port}, is not allowed here. Choose a PORT from 1024 on and an address of this machine as HOST.`,
  }),
  'not-writable': ({ path }) => ({
    de: `Der Datenordner ist nicht beschreibbar: ${path}. Rechte oder Besitzer ändern, oder mit DATA_DIR=… einen anderen Ordner nennen.`,
    en: `The data folder cannot be written: ${path}. Change its permissions or owner, or name another folder with DATA_DIR=….`,
  }),
  'disk-full': ({ path, free }) => ({
    de: `Der Speicherplatz reicht nicht: ${path}${free ? ` (frei: ${free} MB)` : ''}. Mindestens 200 MB freigeben oder mit DATA_DIR=… auf einen anderen Datenträger ausweichen. Vorhandene Daten sind unversehrt.`,
    en: `The disk is full: ${path}${free ? ` (free: ${free} MB)` : ''}. Free at least 200 MB, or move to another disk with DATA_DIR=…. Existing data is unharmed.`,
  }),
  'database-unreachable': ({ address, reason }) => ({
    de: `Die Datenbank ist nicht erreichbar: ${address} (${reason}). Läuft PostgreSQL, stimmen Rechner und Port in DATABASE_URL, lässt die Firewall sie zu?`,
    en: `The database cannot be reached: ${address} (${reason}). Is PostgreSQL running, are host and port in DATABASE_URL right, does the firewall let them pass?`,
  }),
  'database-too-old': ({ version }) => ({
    de: `Die Datenbank ist PostgreSQL ${version}; gebraucht wird 15 oder neuer. Den Server aktualisieren oder DATABASE_URL weglassen, dann läuft das mitgelieferte PostgreSQL 18.`,
    en: `The database is PostgreSQL ${version}; 15 or newer is needed. Update the server, or leave DATABASE_URL out to use the bundled PostgreSQL 18.`,
  }),
  'database-missing': ({ address }) => ({
    de: `Diese Datenbank gibt es auf dem Server nicht: ${address}. Sie mit „createdb“ anlegen oder DATABASE_URL berichtigen.`,
    en: `There is no such database on the server: ${address}. Create it with "createdb" or correct DATABASE_URL.`,
  }),
  'wrong-credentials': ({ address, path }) => ({
    de: address
      ? `Die Datenbank weist die Anmeldung zurück: ${address}. Name und Kennwort in DATABASE_URL prüfen.`
      : `Das Kennwort der mitgelieferten Datenbank passt nicht oder fehlt: ${path}. Die Datei secrets/database-password aus der Sicherung des Datenordners zurücklegen.`,
    en: address
      ? `The database refuses the sign-in: ${address}. Check name and password in DATABASE_URL.`
      : `The password of the bundled database is wrong or missing: ${path}. Put the file secrets/database-password back from a copy of the data folder.`,
  }),
  'build-failed': ({ output }) => ({
    de: `Die Anwendung ließ sich nicht bauen:\n${output}`,
    en: `The application could not be built:\n${output}`,
  }),
  'in-use': ({ path, address }) => ({
    de: `Auf diesem Datenordner läuft schon ein Ortskern: ${path}${address ? ` (${address})` : ''}. Dort weiterarbeiten, ihn beenden, oder mit „npm start -- --next-port“ einen zweiten mit eigenem Datenordner starten.`,
    en: `An Ortskern already runs on this data folder: ${path}${address ? ` (${address})` : ''}. Use that one, stop it, or start a second one with its own data folder: "npm start -- --next-port".`,
  }),
  'no-binaries': ({ path }) => ({
    de: `Das mitgelieferte PostgreSQL fehlt oder läuft auf diesem Rechner nicht: ${path}. „npm ci“ ohne --omit=optional wiederholen oder mit DATABASE_URL ein eigenes PostgreSQL nennen.`,
    en: `The bundled PostgreSQL is missing or does not run on this machine: ${path}. Repeat "npm ci" without --omit=optional, or name a PostgreSQL of your own with DATABASE_URL.`,
  }),
  'no-user': () => ({
    de: 'PostgreSQL läuft nicht als root, und es gibt keinen anderen Benutzer. Ortskern als gewöhnlicher Benutzer starten oder mit DATABASE_URL ein eigenes PostgreSQL nennen.',
    en: 'PostgreSQL does not run as root and there is no other user. Start Ortskern as an ordinary user, or name a PostgreSQL of your own with DATABASE_URL.',
  }),
  'start-failed': ({ path, reason }) => ({
    de: `Die mitgelieferte Datenbank startet nicht: ${path}\n${reason}\nMehr steht im Ordner „log“ daneben.`,
    en: `The bundled database does not start: ${path}\n${reason}\nThe folder "log" beside it tells more.`,
  }),
};

function explainEnvironment({ faults }: EnvironmentFaults): Explanation {
  const lines = (language: 'de' | 'en', is: string, missing: string) =>
    faults
      .map(
        (fault) =>
          `  ${fault.name}: ${fault.expects[language]}${fault.value === null ? missing : ` (${is}: ${fault.value})`}`,
      )
      .join('\n');
  return {
    de: `Diese Einstellungen stimmen nicht; erwartet wird:\n${lines('de', 'ist', '')}\nAlle Einstellungen stehen in docs/operating/configuration.md.`,
    en: `These settings are wrong; expected:\n${lines('en', 'is', '')}\nAll settings are listed in docs/operating/configuration.md.`,
  };
}

function explainNewerSchema({ unknown }: SchemaNewerThanCode): Explanation {
  return {
    de: `Die Datenbank stammt von einer neueren Version (${unknown.join(', ')}). Diese Version von Ortskern aktualisieren oder die Sicherung von vor der Umstellung einspielen; es wurde nichts verändert.`,
    en: `The database was written by a newer version (${unknown.join(', ')}). Update this Ortskern, or restore the backup from before the change; nothing was altered.`,
  };
}
