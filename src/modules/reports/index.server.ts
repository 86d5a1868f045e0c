export { createReports } from './reports.server.ts';
export type { Reports } from './reports.server.ts';
export {
  removeConfiguration,
  removeDeputy,
  saveBody,
  saveCategory,
  saveReportSettings,
  saveTemplate,
} from './commands/configuring.server.ts';
export { listDeputies } from './queries/deputies.server.ts';
export type { CreatedReport, ReportWish } from './commands/reporting.server.ts';
export type { Forwarded } from './parts.server.ts';
export {
  findCategory,
  listBodies,
  listCategories,
  listTemplates,
  readReportSettings,
} from './queries/configuration.server.ts';
export { findByLink, findPhotoFile } from './queries/link.server.ts';
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
