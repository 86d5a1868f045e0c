export { approveChange, declineChange } from './approving.server.ts';
export {
  archiveEntry,
  checkInput,
  deleteDraft,
  flagVanished,
  importEntry,
  publishEntry,
  raiseEdition,
  reopenEntry,
  saveEntry,
  submitEntry,
} from './commands.server.ts';
export type { ImportedItem, Saved, SaveInput } from './commands.server.ts';
export {
  deskTasks,
  findDeskEntry,
  findWorkingCopy,
  listDeskEntries,
  listTranslations,
  saveTranslation,
  titlesOf,
} from './desk.server.ts';
export type { DeskTasks, Translation } from './desk.server.ts';
export { rssOf } from './feed.server.ts';
export type { AnyKind, ContentKind } from './kind.server.ts';
export {
  addMedium,
  attachMedium,
  detachMedium,
  findMediumFile,
  forgetUnusedPicture,
  listMedia,
  mediaOf,
} from './media.server.ts';
export type { PictureKeeper } from './media.server.ts';
export {
  eachPublic,
  findPublic,
  listAttributions,
  listNewest,
  listPublicAddresses,
  loadPublic,
  recallPublic,
  nextChangeAt,
  publicRows,
  readCursor,
  readEdition,
  withDetails,
  writeCursor,
} from './queries.server.ts';
export type { ContentFilter, Page } from './queries.server.ts';
export { restoreRevision } from './restore.server.ts';
export { listRevisions } from './revisions.server.ts';
export { entry } from './tables.server.ts';
export { newestReader } from './newest-answers.server.ts';
