import { createAssistant } from '#modules/assistant.server';
import type { Assistant } from '#modules/assistant.server';
import { createIdentity } from '#modules/identity.server';
import type { Identity } from '#modules/identity.server';
import { nextChangeAt, readEdition } from '#modules/publishing.server';
import { createTownRegistry } from '#modules/tenancy.server';
import type { TownRegistry } from '#modules/tenancy.server';
import { openDatabase } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { searchables } from './kinds.server.ts';

/** The gathering rooms, built once a process and handed what they gather. */
export interface Rooms {
  database: Database;
  towns: TownRegistry;
  assistant: Assistant;
  identity: Identity;
}

export interface RoomsWish {
  databaseUrl: string;
  poolSize: number;
  secret: string;
  /** Off for measuring only. */
  rateLimits: boolean;
}

export function createRooms(wish: RoomsWish): Rooms {
  const database = openDatabase(wish.databaseUrl, { max: wish.poolSize });
  return {
    database,
    towns: createTownRegistry(database),
    assistant: createAssistant({ searchables, readEdition, nextChangeAt }),
    identity: createIdentity({
      databaseUrl: wish.databaseUrl,
      database,
      secret: wish.secret,
      mail: MAIL,
      throttled: wish.rateLimits,
    }),
  };
}

const MAIL = { send: async () => undefined };
