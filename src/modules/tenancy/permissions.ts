export const tenancyPermissions = ['tenancy.manage'] as const;
