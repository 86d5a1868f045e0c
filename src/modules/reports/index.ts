export * from './model.ts';
export { PHOTOS_MAX, TEXT_MAX } from './drafts.ts';
export { BODY_STATUSES, bodiesFor, COVER_COLUMNS, COVER_ROWS, nextStatuses } from './rules.ts';
export type { BodyDraft, CategoryDraft, ReportDraft, TemplateDraft } from './drafts.ts';
export { reportsPermissions } from './permissions.ts';
export { categoryName, sayHolder, sayStatus, sayStep, titleOf } from './presenting.ts';
export { boxAround, distanceMeters, isClosedStatus, isOpen, isOverdue, placeOf } from './rules.ts';
