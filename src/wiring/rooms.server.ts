import { join } from 'node:path';
import {
  createAssistant,
  createEndpointEmbedder,
  createFolderEmbedder,
  createModelWriter,
  usualThreads,
} from '#modules/assistant.server';
import type { Assistant, Say } from '#modules/assistant.server';
import type { Handover } from '#modules/handover.server';
import { createAttendance } from '#modules/attendance.server';
import type { Attendance } from '#modules/attendance.server';
import { createIdentity } from '#modules/identity.server';
import type { Identity } from '#modules/identity.server';
import { nextChangeAt, readEdition } from '#modules/publishing.server';
import type { PictureKeeper } from '#modules/publishing.server';
import type { Open311 } from '#modules/open311.server';
import type { Reports } from '#modules/reports.server';
import type { Suggestions } from '#modules/suggestions.server';
import { createTownRegistry } from '#modules/tenancy.server';
import { createPlaceOwners } from '#modules/places.server';
import type { PlaceOwners } from '#modules/places.server';
import type { TownRegistry } from '#modules/tenancy.server';
import { openDatabase } from '#platform/db.server';
import type { Database } from '#platform/db.server';
import { openFiles, savePicture } from '#platform/files.server';
import type { FileStore } from '#platform/files.server';
import { createMailSender } from '#platform/mail.server';
import type { MailSender } from '#platform/mail.server';
import type { EmbeddingAccess, Environment, ModelAccess } from '#env';
import { joinHandover } from './handover.server.ts';
import { joinSuggestions } from './suggestions.server.ts';
import { readers, searchables } from './kinds.server.ts';
import { joinReportsAndOpen311 } from './open311.server.ts';

/** The gathering rooms, built once a process and handed what they gather. */
export interface Rooms {
  database: Database;
  towns: TownRegistry;
  assistant: Assistant;
  identity: Identity;
  handover: Handover;
  placeOwners: PlaceOwners;
  reports: Reports;
  attendance: Attendance;
  open311: Open311;
  suggestions: Suggestions;
  files: FileStore;
  keepPicture: PictureKeeper;
  mail: MailSender;
}

/** What is known once the database runs: its address, and the secret of this installation. */
export type RoomsWish = Environment & { databaseUrl: string; secret: string };

export function createRooms(wish: RoomsWish, say?: Say): Rooms {
  const database = openDatabase(wish.databaseUrl, { max: wish.databasePoolSize });
  const files = openFiles(wish);
  const mail = createMailSender({
    smtpUrl: wish.smtpUrl,
    from: wish.mailFrom,
    folder: join(wish.dataFolder, 'mail'),
  });
  const identity = createIdentity({
    databaseUrl: wish.databaseUrl,
    database,
    secret: wish.secret,
    mail,
    throttled: wish.rateLimits,
  });
  const { reports, open311 } = joinReportsAndOpen311({
    secret: wish.secret,
    mail,
    identity,
    files,
    throttled: wish.rateLimits,
  });
  const attendance = createAttendance({ secret: wish.secret, mail, throttled: wish.rateLimits });
  return {
    database,
    towns: createTownRegistry(database),
    assistant: createAssistant(
      { searchables, readEdition, nextChangeAt },
      {
        writer: writerOf(wish.model),
        embedder: embedderOf(wish.embeddings),
        searchIndex: wish.searchIndex,
        threads: wish.answerThreads ?? usualThreads(),
        readers,
        ...(say ? { say } : {}),
      },
    ),
    identity,
    placeOwners: createPlaceOwners({ secret: wish.secret, mail }),
    handover: joinHandover({ secret: wish.secret, mail, identity, throttled: wish.rateLimits }),
    attendance,
    reports,
    suggestions: joinSuggestions({
      secret: wish.secret,
      mail,
      files,
      throttled: wish.rateLimits,
      attendance,
    }),
    open311,
    files,
    keepPicture: (tenantId, bytes) => savePicture(files, tenantId, bytes),
    mail,
  };
}

function writerOf(model: ModelAccess | null) {
  if (!model) return null;
  const { timeoutMs, requestsPerDay, tokensPerDay } = model;
  return { writer: createModelWriter(model), timeoutMs, budget: { requestsPerDay, tokensPerDay } };
}

function embedderOf(access: EmbeddingAccess | null) {
  if (!access) return null;
  const { url, folder, timeoutMs, requestsPerDay, tokensPerDay, leastLikeness } = access;
  const embedder = url ? createEndpointEmbedder({ ...access, url }) : createFolderEmbedder(folder!);
  return { embedder, timeoutMs, leastLikeness, budget: { requestsPerDay, tokensPerDay } };
}
