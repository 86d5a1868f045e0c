/** What a role may do here; who has it by default is decided in `identity`. */
export const exchangePermissions = ['exchange.manage'] as const;
