export { createAttendance } from './attendance.server.ts';
export type { Attendance } from './attendance.server.ts';
export { seatsReader } from './typed-answers.server.ts';
