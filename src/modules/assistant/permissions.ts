export const assistantPermissions = ['assistant.read-gaps', 'assistant.manage'] as const;
