export * from './model.ts';
export { PHOTOS_MAX, TEXT_MAX } from './drafts.ts';
export type { ReportDraft } from './drafts.ts';
export { reportsPermissions } from './permissions.ts';
export { categoryName, sayHolder, sayStatus, sayStep, titleOf } from './presenting.ts';
export { boxAround, distanceMeters, isOpen, isOverdue, placeOf } from './rules.ts';
