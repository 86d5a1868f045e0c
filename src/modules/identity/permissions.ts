/** What identity itself guards. */
export const IDENTITY_PERMISSIONS = ['identity.manage'] as const;

const CONTENT = ['news', 'notices', 'events', 'places', 'knowledge', 'patents'] as const;

/** Every right there is. A test compares this list with what the modules declare. */
export const KNOWN_PERMISSIONS: readonly string[] = [
  ...CONTENT.flatMap((subject) => [`${subject}.edit`, `${subject}.publish`]),
  'waste.edit',
  'publishing.media',
  'exchange.manage',
  'tenancy.manage',
  'assistant.read-gaps',
  'assistant.manage',
  'handover.answer',
  'handover.assign',
  'reports.handle',
  'reports.assign',
  'reports.configure',
  'attendance.manage',
  'open311.manage',
  'suggestions.manage',
  ...IDENTITY_PERMISSIONS,
];

/** Rights a role can be given at the desk. Who may invite people could make themselves everything, so that one stays
 * with the administration. */
export const GRANTABLE_PERMISSIONS: readonly string[] = KNOWN_PERMISSIONS.filter(
  (right) => !IDENTITY_PERMISSIONS.some((own) => own === right),
);

/** Holders of these roles must have a second factor. */
export const ROLES_WITH_SECOND_FACTOR: readonly string[] = ['administrator'];

export interface DefaultRole {
  key: string;
  name: string;
  permissions: string[];
}

/** The roles every town starts with. Afterwards they are its own data. */
export function defaultRoles(permissions: readonly string[] = KNOWN_PERMISSIONS): DefaultRole[] {
  // What needs approval before it is public: an author may write it, an editor may publish it.
  const approved = permissions
    .filter((one) => one.endsWith('.publish'))
    .map((one) => one.replace(/publish$/, 'edit'));
  const content = permissions.filter((one) => one.endsWith('.edit') || one.endsWith('.publish'));
  return [
    { key: 'administrator', name: 'Administration', permissions: ['*'] },
    {
      key: 'editor',
      name: 'Redaktion',
      permissions: [
        ...content,
        'publishing.media',
        'assistant.read-gaps',
        'assistant.manage',
        'handover.answer',
        'handover.assign',
        'reports.handle',
        'reports.assign',
        'reports.configure',
        'attendance.manage',
        'suggestions.manage',
      ],
    },
    {
      key: 'author',
      name: 'Autorin oder Autor',
      permissions: [...approved, 'publishing.media'],
    },
    {
      key: 'guide',
      name: 'Lotsin oder Lotse',
      permissions: ['knowledge.edit', 'publishing.media', 'assistant.read-gaps', 'handover.answer'],
    },
    { key: 'read-only', name: 'Nur lesen', permissions: [] },
  ];
}
