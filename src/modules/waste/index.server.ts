export { changeCollection, takeOverPlans } from './commands.server.ts';
export type { ChangeWish, PlanSource } from './commands.server.ts';
export { readCalendarPlan, readDistrictPlans, readRostockPlans, readTablePlan } from './plans.server.ts';
export { findAddresses, findArea, listAreas, listCollections, listEndingPlans } from './queries.server.ts';
export { wasteDocuments } from './searchable.server.ts';
export { collectionReader } from './typed-answers.server.ts';
export { PLAN_FORMATS, takeOverFile } from './files.server.ts';
