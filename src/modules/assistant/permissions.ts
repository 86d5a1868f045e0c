export const assistantPermissions = ['assistant.read-gaps'] as const;
