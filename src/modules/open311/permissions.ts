/** Who may give out and take back keys, and look at what goes to other servers. */
export const open311Permissions = ['open311.manage'] as const;
