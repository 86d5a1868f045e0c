/** Imports plans and enters late changes. */
export const wastePermissions = ['waste.edit'] as const;
