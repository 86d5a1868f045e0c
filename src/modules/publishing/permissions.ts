export const publishingPermissions = ['publishing.media'] as const;
