import { createAssistant } from '#modules/assistant.server';
import type { Assistant } from '#modules/assistant.server';
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
}

export interface RoomsWish {
  databaseUrl: string;
  poolSize: number;
}

export function createRooms(wish: RoomsWish): Rooms {
  const database = openDatabase(wish.databaseUrl, { max: wish.poolSize });
  return {
    database,
    towns: createTownRegistry(database),
    assistant: createAssistant({ searchables, readEdition, nextChangeAt }),
  };
}
