/** What a role may do with this subject; who has it by default is decided in `identity`. */
export const patentsPermissions = ['patents.edit', 'patents.publish'] as const;
