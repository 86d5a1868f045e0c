/** Decides on suggested events, and whom the town trusts to publish their own. */
export const suggestionsPermissions = ['suggestions.manage'] as const;
