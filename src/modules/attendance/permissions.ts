/** Opens sign-ups, sees who comes, writes to them. */
export const attendancePermissions = ['attendance.manage'] as const;
