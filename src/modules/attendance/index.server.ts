export { createAttendance } from './attendance.server.ts';
export type { Attendance } from './attendance.server.ts';
export { saveOffer } from './commands/desk.server.ts';
export { findDeskOffer } from './queries/lists.server.ts';
export { seatsReader } from './typed-answers.server.ts';
