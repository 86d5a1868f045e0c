/** `answer`: sees and answers every inquiry of the town. `assign`: also says who answers. Whom one is assigned to needs neither. */
export const handoverPermissions = ['handover.answer', 'handover.assign'] as const;
