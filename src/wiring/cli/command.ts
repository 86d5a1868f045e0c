import type { Database } from '#platform/db.server';
import type { FileStore } from '#platform/files.server';
import type { TenantScope } from '#platform/scope.server';
import { createScope, SYSTEM_ACTOR } from '#platform/scope.server';
import { listTowns } from '#modules/tenancy.server';
import type { Environment } from '#env';

export interface Option {
  type: 'string' | 'boolean';
  multiple?: boolean;
  required?: boolean;
  /** What stands for the value in the help, e.g. `<kürzel>`. */
  value?: string;
  help: string;
}

/** One verb of `npm run town -- …`. Everything it shows is German; it is a tool of the town hall. */
export interface Command {
  name: string;
  summary: string;
  /** More than one line, where one is not enough. */
  description?: string;
  /** Names of the words without a dash, e.g. `datei`. */
  positionals?: readonly string[];
  options: Record<string, Option>;
  example: string;
  /** A command that brings the tables itself finds the database as it is. */
  keepSchema?: boolean;
  run(context: CommandContext): Promise<void>;
}

export interface CommandContext {
  database: Database;
  files: FileStore;
  environment: Environment;
  /** Values of the options and of the words without a dash, by name. */
  given: Record<string, string | boolean | string[] | undefined>;
  now: Date;
  print(line: string): void;
}

/** A sentence for the person at the keyboard; no stack, no code. */
export class CommandFault extends Error {}

/** A scope that may do everything in the town of this short name. */
export async function scopeOfTown({ database, now }: CommandContext, slug: string): Promise<TenantScope> {
  const towns = await listTowns(database);
  const town = towns.find((candidate) => candidate.slug === slug);
  if (!town) {
    const known = towns.map((candidate) => candidate.slug).join(', ') || 'noch keine';
    throw new CommandFault(`Eine Gemeinde „${slug}“ gibt es hier nicht. Vorhanden: ${known}.`);
  }
  return createScope({
    database,
    tenant: { id: town.id, slug: town.slug, name: town.name },
    actor: { ...SYSTEM_ACTOR, name: 'Kommandozeile' },
    now: () => now,
  });
}

/** A refusal of a room, in one sentence. */
export function refusalFault(
  what: string,
  refusal: { reason: string; details: { fields?: Record<string, string> } },
): CommandFault {
  const fields = Object.entries(refusal.details.fields ?? {}).map(([field, reason]) => `${field}: ${reason}`);
  return new CommandFault(`${what}: ${[refusal.reason, ...fields].join('; ')}.`);
}

export function text(given: CommandContext['given'], name: string): string {
  const value = given[name];
  return typeof value === 'string' ? value : '';
}
