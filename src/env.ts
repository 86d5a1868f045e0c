import { resolve } from 'node:path';
import * as v from 'valibot';

/** What an operator may decide, by environment variables only. The table for people is made from `SETTINGS`. */
export interface Environment {
  /** Null = the embedded PostgreSQL in `dataFolder`. */
  databaseUrl: string | null;
  databasePoolSize: number;
  port: number;
  host: string;
  /** The public address behind a TLS proxy, without a path; null = whatever the visitor's browser asked for. */
  origin: string | null;
  dataFolder: string;
  rateLimits: boolean;
  trustedProxies: readonly string[];
  addressHeader: string;
  smtpUrl: string | null;
  mailFrom: string;
  worker: 'inside' | 'separate';
  searchIndex: 'memory' | 'database';
  /** Threads that answer questions; null = as many as the machine has cores, less one. */
  answerThreads: number | null;
  s3: S3Access | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Signs sessions and links, seals foreign keys; null = generated into the data folder at the first start. */
  secret: string | null;
  demo: boolean;
  nextPort: boolean;
  /** The language model that may word answers; null = quoted sentences only. */
  model: ModelAccess | null;
  /** The embedding model that finds pages by meaning; null = by their words only. */
  embeddings: EmbeddingAccess | null;
}

export interface EmbeddingAccess {
  /** An OpenAI-compatible server, or else a folder with a model in ONNX. */
  url: string | null;
  folder: string | null;
  name: string;
  key: string | null;
  timeoutMs: number;
  requestsPerDay: number;
  tokensPerDay: number;
  leastLikeness: number;
}

export interface ModelAccess {
  provider: 'openai-compatible' | 'vertex';
  url: string | null;
  name: string;
  key: string | null;
  project: string | null;
  location: string;
  timeoutMs: number;
  requestsPerDay: number;
  tokensPerDay: number;
}

export interface S3Access {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface Setting {
  schema: v.GenericSchema<string, unknown>;
  /** Null = nothing is assumed. */
  fallback: string | null;
  expects: { de: string; en: string };
  purpose: { de: string; en: string };
}

const onOff = v.pipe(
  v.picklist(['on', 'off']),
  v.transform((value) => value === 'on'),
);
const count = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(min), v.maxValue(max));
const isUrl = (...protocols: string[]) =>
  v.pipe(
    v.string(),
    v.check((text) => URL.canParse(readable(text)) && protocols.includes(new URL(readable(text)).protocol)),
  );
const list = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
  v.everyItem((part) => /^(loopback|private|[0-9a-f.:]+(\/\d{1,3})?)$/i.test(part)),
);
const text = v.pipe(v.string(), v.minLength(1));

const ON_OFF = { de: '`on` oder `off`', en: '`on` or `off`' };

export const SETTINGS = {
  DATABASE_URL: {
    schema: isUrl('postgres:', 'postgresql:'),
    fallback: null,
    expects: { de: 'eine Adresse `postgresql://…`', en: 'an address `postgresql://…`' },
    purpose: {
      de: 'PostgreSQL 15 bis 18. Fehlt die Angabe, läuft das mitgelieferte PostgreSQL 18 im Datenordner.',
      en: 'PostgreSQL 15 to 18. Without it the bundled PostgreSQL 18 runs in the data folder.',
    },
  },
  DATABASE_POOL: {
    schema: count(2, 200),
    fallback: '20',
    expects: { de: 'eine Zahl von 2 bis 200', en: 'a number from 2 to 200' },
    purpose: {
      de: 'Verbindungen, die ein Prozess höchstens hält.',
      en: 'Connections one process holds at most.',
    },
  },
  PORT: {
    schema: count(1, 65_535),
    fallback: '3000',
    expects: { de: 'eine Zahl von 1 bis 65535', en: 'a number from 1 to 65535' },
    purpose: { de: 'Port des Webservers.', en: 'Port of the web server.' },
  },
  HOST: {
    schema: text,
    fallback: 'localhost',
    expects: { de: 'eine IP-Adresse oder ein Rechnername', en: 'an IP address or host name' },
    purpose: {
      de: 'Netzadresse, an der gelauscht wird. `0.0.0.0` macht den Server von außen erreichbar.',
      en: 'Address to listen on. `0.0.0.0` makes the server reachable from outside.',
    },
  },
  ORIGIN: {
    schema: v.pipe(
      isUrl('http:', 'https:'),
      v.transform((address) => new URL(address).origin),
    ),
    fallback: null,
    expects: { de: 'eine Adresse `https://…`', en: 'an address `https://…`' },
    purpose: {
      de: 'Öffentliche Adresse hinter einem TLS-Proxy; ihr Protokoll gilt dann für alle Gemeinden.',
      en: 'Public address behind a TLS proxy; its protocol then holds for all towns.',
    },
  },
  DATA_DIR: {
    schema: v.pipe(
      text,
      v.transform((path) => resolve(path)),
    ),
    fallback: '.data',
    expects: { de: 'ein Ordner', en: 'a folder' },
    purpose: {
      de: 'Ordner für Datenbank, Dateien, Geheimnisse und nicht versandte Mails.',
      en: 'Folder of the database, files, secrets and mails that were not sent.',
    },
  },
  RATE_LIMITS: {
    schema: onOff,
    fallback: 'on',
    expects: ON_OFF,
    purpose: {
      de: 'Begrenzung der Anfragen je Besucher. `off` nur zum Messen; wirkt nur für Anfragen vom eigenen Rechner.',
      en: 'Limits of requests per visitor. `off` is for measuring and holds for requests from this machine only.',
    },
  },
  TRUSTED_PROXIES: {
    schema: list,
    fallback: '',
    expects: {
      de: 'Adressen oder Netze, durch Komma getrennt; auch `loopback`, `private`',
      en: 'addresses or networks, separated by commas; also `loopback`, `private`',
    },
    purpose: {
      de: 'Proxys, deren X-Forwarded-Angaben (Adresse, Protokoll, Host) geglaubt wird.',
      en: 'Proxies whose X-Forwarded headers (address, protocol, host) are believed.',
    },
  },
  ADDRESS_HEADER: {
    schema: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/i), v.toLowerCase()),
    fallback: 'x-forwarded-for',
    expects: { de: 'der Name einer Kopfzeile', en: 'the name of a header' },
    purpose: {
      de: 'Kopfzeile, in der ein vertrauter Proxy die Adresse des Besuchers nennt.',
      en: "Header in which a trusted proxy names the visitor's address.",
    },
  },
  SMTP_URL: {
    schema: isUrl('smtp:', 'smtps:'),
    fallback: null,
    expects: { de: 'eine Adresse `smtp://…` oder `smtps://…`', en: 'an address `smtp://…` or `smtps://…`' },
    purpose: {
      de: 'Mailserver. Ohne ihn liegen Mails als Dateien in `DATA_DIR/mail`.',
      en: 'Mail server. Without it mails are files in `DATA_DIR/mail`.',
    },
  },
  MAIL_FROM: {
    schema: v.pipe(v.string(), v.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)),
    fallback: 'Ortskern <ortskern@localhost>',
    expects: { de: 'eine Mailadresse, auch `Name <adresse>`', en: 'a mail address, also `Name <address>`' },
    purpose: { de: 'Absender aller Mails.', en: 'Sender of all mails.' },
  },
  WORKER: {
    schema: v.picklist(['inside', 'separate']),
    fallback: 'inside',
    expects: { de: '`inside` oder `separate`', en: '`inside` or `separate`' },
    purpose: {
      de: 'Hintergrundarbeit im Webserver oder in einem eigenen Prozess (`node src/wiring/worker.ts`).',
      en: 'Background work inside the web server or in its own process (`node src/wiring/worker.ts`).',
    },
  },
  SEARCH_INDEX: {
    schema: v.picklist(['memory', 'database']),
    fallback: 'memory',
    expects: { de: '`memory` oder `database`', en: '`memory` or `database`' },
    purpose: {
      de: 'Wo der Suchindex liegt: im Arbeitsspeicher (am schnellsten) oder in der Datenbank (für mehr Seiten, als der Speicher fasst). Die Antworten sind dieselben.',
      en: 'Where the search index lies: in memory (quickest) or in the database (for more pages than memory holds). The answers are the same.',
    },
  },
  ANSWER_THREADS: {
    schema: count(0, 16),
    fallback: null,
    expects: { de: 'eine Zahl von 0 bis 16', en: 'a number from 0 to 16' },
    purpose: {
      de: 'Stränge, die Fragen aus dem Arbeitsspeicher beantworten; jede Gemeinde liegt in einem davon. Ohne Angabe einer weniger, als der Rechner Kerne hat, höchstens 4. Bei `0` antwortet der Webserver selbst.',
      en: 'Threads that answer questions from memory; each town lies in one of them. Without it one less than the machine has cores, 4 at most. With `0` the web server answers by itself.',
    },
  },
  S3_ENDPOINT: {
    schema: isUrl('http:', 'https:'),
    fallback: null,
    expects: { de: 'eine Adresse `https://…`', en: 'an address `https://…`' },
    purpose: {
      de: 'S3-kompatibler Speicher für Dateien. Ohne ihn liegen sie in `DATA_DIR/files`.',
      en: 'S3-compatible store of files. Without it they lie in `DATA_DIR/files`.',
    },
  },
  S3_BUCKET: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Name', en: 'a name' },
    purpose: { de: 'Behälter im S3-Speicher.', en: 'Bucket of the S3 store.' },
  },
  S3_REGION: {
    schema: text,
    fallback: 'eu-central-1',
    expects: { de: 'ein Name', en: 'a name' },
    purpose: { de: 'Region des S3-Speichers.', en: 'Region of the S3 store.' },
  },
  S3_ACCESS_KEY_ID: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Schlüsselname', en: 'the name of a key' },
    purpose: { de: 'Zugang zum S3-Speicher.', en: 'Access to the S3 store.' },
  },
  S3_SECRET_ACCESS_KEY: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Schlüssel', en: 'a key' },
    purpose: { de: 'Zugang zum S3-Speicher.', en: 'Access to the S3 store.' },
  },
  LOG_LEVEL: {
    schema: v.picklist(['debug', 'info', 'warn', 'error']),
    fallback: 'info',
    expects: { de: '`debug`, `info`, `warn` oder `error`', en: '`debug`, `info`, `warn` or `error`' },
    purpose: {
      de: 'Ab welcher Wichtigkeit protokolliert wird.',
      en: 'From which importance on lines are logged.',
    },
  },
  SECRET: {
    schema: v.pipe(v.string(), v.minLength(32)),
    fallback: null,
    expects: { de: 'mindestens 32 Zeichen', en: 'at least 32 characters' },
    purpose: {
      de: 'Unterschreibt Sitzungen und Links, verschlüsselt fremde Schlüssel. Fehlt die Angabe, wird sie einmal in `DATA_DIR/secrets` erzeugt.',
      en: 'Signs sessions and links, seals foreign keys. Without it one is made once in `DATA_DIR/secrets`.',
    },
  },
  DEMO: {
    schema: onOff,
    fallback: 'on',
    expects: ON_OFF,
    purpose: {
      de: 'Beispielgemeinden in eine leere Datenbank laden.',
      en: 'Load the example towns into an empty database.',
    },
  },
  NEXT_PORT: {
    schema: onOff,
    fallback: 'off',
    expects: ON_OFF,
    purpose: {
      de: 'Ist der Port belegt, den nächsten freien mit eigenem Datenordner nehmen (wie `--next-port`).',
      en: 'When the port is taken, use the next free one with a data folder of its own (like `--next-port`).',
    },
  },
  MODEL_PROVIDER: {
    schema: v.picklist(['openai-compatible', 'vertex']),
    fallback: null,
    expects: { de: '`openai-compatible` oder `vertex`', en: '`openai-compatible` or `vertex`' },
    purpose: {
      de: 'Sprachmodell, das Antworten in Worte fassen darf. Fehlt die Angabe, gilt `openai-compatible`, sobald `MODEL_URL` gesetzt ist; ohne beides gibt es nur zitierte Sätze.',
      en: 'Language model that may word answers. Without it `openai-compatible` holds as soon as `MODEL_URL` is set; without both there are quoted sentences only.',
    },
  },
  MODEL_URL: {
    schema: isUrl('http:', 'https:'),
    fallback: null,
    expects: { de: 'eine Adresse `https://…/v1`', en: 'an address `https://…/v1`' },
    purpose: {
      de: 'OpenAI-kompatible Schnittstelle, die Stück für Stück antwortet (stream): vLLM, Ollama, ein Gateway.',
      en: 'OpenAI-compatible interface that answers bit by bit (stream): vLLM, Ollama, a gateway.',
    },
  },
  MODEL_NAME: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Modellname', en: 'the name of a model' },
    purpose: { de: 'Name des Modells beim Anbieter.', en: "The model's name at its provider." },
  },
  MODEL_KEY: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Schlüssel', en: 'a key' },
    purpose: { de: 'Zugang zum Modell.', en: 'Access to the model.' },
  },
  MODEL_PROJECT: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Projektname', en: 'the name of a project' },
    purpose: {
      de: 'Projekt in der Google Cloud, für `vertex`; angemeldet wird mit den Zugangsdaten der Umgebung.',
      en: "Project in Google Cloud, for `vertex`; the environment's credentials sign in.",
    },
  },
  MODEL_LOCATION: {
    schema: text,
    fallback: 'europe-west3',
    expects: { de: 'der Name einer Region', en: 'the name of a region' },
    purpose: { de: 'Region in der Google Cloud, für `vertex`.', en: 'Region in Google Cloud, for `vertex`.' },
  },
  MODEL_TIMEOUT_MS: {
    schema: count(200, 30_000),
    fallback: '4000',
    expects: { de: 'eine Zahl von 200 bis 30000', en: 'a number from 200 to 30000' },
    purpose: {
      de: 'Millisekunden, die auf das Modell gewartet wird; danach erscheint die zitierte Antwort.',
      en: 'Milliseconds to wait for the model; then the quoted answer is shown.',
    },
  },
  MODEL_REQUESTS_PER_DAY: {
    schema: count(1, 10_000_000),
    fallback: '1000',
    expects: { de: 'eine Zahl ab 1', en: 'a number from 1' },
    purpose: {
      de: 'Fragen, die je Gemeinde und Tag an das Modell gehen.',
      en: 'Questions that go to the model for each town and day.',
    },
  },
  MODEL_TOKENS_PER_DAY: {
    schema: count(1, 10_000_000_000),
    fallback: '1000000',
    expects: { de: 'eine Zahl ab 1', en: 'a number from 1' },
    purpose: {
      de: 'Tokens, die je Gemeinde und Tag verbraucht werden.',
      en: 'Tokens used for each town and day.',
    },
  },
  EMBEDDINGS_URL: {
    schema: isUrl('http:', 'https:'),
    fallback: null,
    expects: { de: 'eine Adresse `https://…/v1`', en: 'an address `https://…/v1`' },
    purpose: {
      de: 'OpenAI-kompatible Schnittstelle für Embeddings: findet Seiten auch nach der Bedeutung. Fehlt die Angabe, zählen nur die Wörter.',
      en: 'OpenAI-compatible interface for embeddings: finds pages by meaning too. Without it only words count.',
    },
  },
  EMBEDDINGS_FOLDER: {
    schema: v.pipe(
      text,
      v.transform((path) => resolve(path)),
    ),
    fallback: null,
    expects: { de: 'ein Ordner', en: 'a folder' },
    purpose: {
      de: 'Statt `EMBEDDINGS_URL`: Ordner mit einem ONNX-Modell auf diesem Rechner; braucht das Paket `@huggingface/transformers`.',
      en: 'Instead of `EMBEDDINGS_URL`: folder with an ONNX model on this machine; needs the package `@huggingface/transformers`.',
    },
  },
  EMBEDDINGS_NAME: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Modellname', en: 'the name of a model' },
    purpose: {
      de: 'Name des Embedding-Modells; ein anderer Name lässt alle Seiten neu einlesen.',
      en: 'Name of the embedding model; another name makes all pages be read again.',
    },
  },
  EMBEDDINGS_KEY: {
    schema: text,
    fallback: null,
    expects: { de: 'ein Schlüssel', en: 'a key' },
    purpose: { de: 'Zugang zum Embedding-Modell.', en: 'Access to the embedding model.' },
  },
  EMBEDDINGS_TIMEOUT_MS: {
    schema: count(50, 10_000),
    fallback: '800',
    expects: { de: 'eine Zahl von 50 bis 10000', en: 'a number from 50 to 10000' },
    purpose: {
      de: 'Millisekunden, die bei einer Frage auf das Embedding-Modell gewartet wird; danach zählen die Wörter allein.',
      en: 'Milliseconds a question waits for the embedding model; then words alone count.',
    },
  },
  EMBEDDINGS_REQUESTS_PER_DAY: {
    schema: count(1, 10_000_000),
    fallback: '5000',
    expects: { de: 'eine Zahl ab 1', en: 'a number from 1' },
    purpose: {
      de: 'Anfragen an das Embedding-Modell je Gemeinde und Tag, Fragen und geänderte Seiten zusammen.',
      en: 'Requests to the embedding model for each town and day, questions and changed pages together.',
    },
  },
  EMBEDDINGS_TOKENS_PER_DAY: {
    schema: count(1, 10_000_000_000),
    fallback: '5000000',
    expects: { de: 'eine Zahl ab 1', en: 'a number from 1' },
    purpose: {
      de: 'Tokens des Embedding-Modells je Gemeinde und Tag.',
      en: 'Tokens of the embedding model for each town and day.',
    },
  },
  EMBEDDINGS_LEAST_LIKENESS: {
    schema: v.pipe(v.string(), v.regex(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/), v.transform(Number)),
    fallback: '0.6',
    expects: { de: 'eine Zahl von 0 bis 1', en: 'a number from 0 to 1' },
    purpose: {
      de: 'Ab welcher Ähnlichkeit (Kosinus) eine Seite als „könnte helfen“ gezeigt wird; hängt vom Modell ab.',
      en: 'From which likeness (cosine) on a page is shown as one that could help; depends on the model.',
    },
  },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

/** One thing wrong with the environment. The value is told only where it cannot be a secret. */
export interface EnvironmentFault {
  name: SettingName;
  value: string | null;
  expects: { de: string; en: string };
}

export class EnvironmentFaults extends Error {
  readonly faults: EnvironmentFault[];
  constructor(faults: EnvironmentFault[]) {
    super(`environment: ${faults.map((fault) => fault.name).join(', ')}`);
    this.faults = faults;
  }
}

let known: Environment | null = null;

/** The environment of this process, read once. */
export function environment(): Environment {
  return (known ??= readEnvironment());
}

/**
 * Reads and checks the environment.
 * @throws EnvironmentFaults with all faults at once.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const faults: EnvironmentFault[] = [];
  const values = {} as Record<SettingName, unknown>;
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, Setting][]) {
    // An empty variable means the same as none: compose files pass many through.
    const given = variables[name] || setting.fallback;
    if (given === null) values[name] = null;
    else {
      const result = v.safeParse(setting.schema, given);
      if (result.success) values[name] = result.output;
      else faults.push(faultOf(name, given));
    }
  }
  faults.push(...missingForS3(variables), ...missingForModel(variables), ...missingForEmbeddings(variables));
  if (faults.length > 0) throw new EnvironmentFaults(faults);
  return environmentOf(values);
}

function faultOf(name: SettingName, value: string | null): EnvironmentFault {
  const isSecret = /URL|SECRET|KEY/.test(name);
  return { name, value: isSecret ? null : value, expects: SETTINGS[name].expects };
}

/** An endpoint without its keys would fail at the first picture only. */
function missingForS3(variables: NodeJS.ProcessEnv): EnvironmentFault[] {
  const parts = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  if (parts.every((name) => !variables[name])) return [];
  return parts.filter((name) => !variables[name]).map((name) => faultOf(name, null));
}

/** A model without its name or place would fail at the first question only. */
function missingForModel(variables: NodeJS.ProcessEnv): EnvironmentFault[] {
  const provider = variables.MODEL_PROVIDER || (variables.MODEL_URL ? 'openai-compatible' : null);
  if (!provider) return [];
  const needed = ['MODEL_NAME', provider === 'vertex' ? 'MODEL_PROJECT' : 'MODEL_URL'] as const;
  const isExpress = provider === 'vertex' && Boolean(variables.MODEL_KEY);
  return needed
    .filter((name) => !variables[name] && !(name === 'MODEL_PROJECT' && isExpress))
    .map((name) => faultOf(name, null));
}

function modelAccess(known: Record<SettingName, never>): ModelAccess | null {
  const provider = known.MODEL_PROVIDER ?? (known.MODEL_URL ? 'openai-compatible' : null);
  if (!provider) return null;
  return {
    provider,
    url: known.MODEL_URL,
    name: known.MODEL_NAME,
    key: known.MODEL_KEY,
    project: known.MODEL_PROJECT,
    location: known.MODEL_LOCATION,
    timeoutMs: known.MODEL_TIMEOUT_MS,
    requestsPerDay: known.MODEL_REQUESTS_PER_DAY,
    tokensPerDay: known.MODEL_TOKENS_PER_DAY,
  };
}

function embeddingAccess(known: Record<SettingName, never>): EmbeddingAccess | null {
  if (!known.EMBEDDINGS_URL && !known.EMBEDDINGS_FOLDER) return null;
  return {
    url: known.EMBEDDINGS_URL,
    folder: known.EMBEDDINGS_FOLDER,
    name: known.EMBEDDINGS_NAME,
    key: known.EMBEDDINGS_KEY,
    timeoutMs: known.EMBEDDINGS_TIMEOUT_MS,
    requestsPerDay: known.EMBEDDINGS_REQUESTS_PER_DAY,
    tokensPerDay: known.EMBEDDINGS_TOKENS_PER_DAY,
    leastLikeness: known.EMBEDDINGS_LEAST_LIKENESS,
  };
}

/** Vectors are kept by the name of their model, so a server without one would fail at the first question only. */
function missingForEmbeddings(variables: NodeJS.ProcessEnv): EnvironmentFault[] {
  return variables.EMBEDDINGS_URL && !variables.EMBEDDINGS_NAME ? [faultOf('EMBEDDINGS_NAME', null)] : [];
}

function environmentOf(values: Record<SettingName, unknown>): Environment {
  const known = values as Record<SettingName, never>;
  return {
    databaseUrl: known.DATABASE_URL,
    databasePoolSize: known.DATABASE_POOL,
    port: known.PORT,
    host: known.HOST,
    origin: known.ORIGIN,
    dataFolder: known.DATA_DIR,
    rateLimits: known.RATE_LIMITS,
    trustedProxies: known.TRUSTED_PROXIES,
    addressHeader: known.ADDRESS_HEADER,
    smtpUrl: known.SMTP_URL,
    mailFrom: known.MAIL_FROM,
    worker: known.WORKER,
    searchIndex: known.SEARCH_INDEX,
    answerThreads: known.ANSWER_THREADS,
    s3: values.S3_ENDPOINT
      ? {
          endpoint: known.S3_ENDPOINT,
          bucket: known.S3_BUCKET,
          region: known.S3_REGION,
          accessKeyId: known.S3_ACCESS_KEY_ID,
          secretAccessKey: known.S3_SECRET_ACCESS_KEY,
        }
      : null,
    logLevel: known.LOG_LEVEL,
    secret: known.SECRET,
    demo: known.DEMO,
    nextPort: known.NEXT_PORT,
    model: modelAccess(known),
    embeddings: embeddingAccess(known),
  };
}

/** `postgresql://user@/name?host=/socket` is common and right, but no URL in the eyes of the URL parser. */
function readable(address: string): string {
  return address.replace(/@\//, '@socket/');
}

/** SvelteKit takes this file for its own list of variables; ours are read when the server starts, so it is empty. @public */
export const variables = {};
