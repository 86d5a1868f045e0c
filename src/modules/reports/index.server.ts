export { createReports } from './reports.server.ts';
export type { Reports } from './reports.server.ts';
export {
  removeConfiguration,
  removeDeputy,
  saveCategory,
  saveReportSettings,
  saveTemplate,
} from './commands/configuring.server.ts';
export { sealForeignKeys } from './foreign-keys.server.ts';
export { listDeputies } from './queries/deputies.server.ts';
export { forEachReport } from './commands/bulk.server.ts';
export { reportReader } from './typed-answers.server.ts';
export {
  correctReport,
  hideReport,
  mergeReport,
  noteOnReport,
  publishReport,
  setStatus,
  showStep,
} from './commands/handling.server.ts';
export { receiveUpdate, takeBack } from './commands/passing.server.ts';
export { redactText, showPhoto } from './commands/redacting.server.ts';
export {
  countDeskReports,
  findDeskReport,
  listDeskReports,
  listMergeCandidates,
} from './queries/desk.server.ts';
export { listForwarded } from './queries/referrals.server.ts';
export type { CreatedReport, ReportWish } from './commands/reporting.server.ts';
export type { Forward, Forwarded } from './parts.server.ts';
export {
  findCategory,
  listBodies,
  listCategories,
  listTemplates,
  readReportSettings,
} from './queries/configuration.server.ts';
export { findByLink, findByReferral, findPhotoFile } from './queries/link.server.ts';
export {
  countPublicReports,
  findNearbyOpenReports,
  findPublicReport,
  listPublicReports,
  listReportPoints,
} from './queries/public.server.ts';
export { listPublicSteps } from './queries/public-steps.server.ts';
export { listRepairTimes } from './queries/repair-times.server.ts';
export { reportDocuments } from './searchable.server.ts';
