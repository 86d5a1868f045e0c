// Who may enter which room. Read by the linter (.dependency-cruiser.mjs), by tests/house and by `npm run map`.

/** Know everyone's ground: tenants, people, content. Each may use those named before it. */
export const foundations = ['tenancy', 'identity', 'publishing'];

/** Subjects of town life, with the neighbours each may ask by the door. */
export const subjects = {
  news: [],
  notices: [],
  events: [],
  attendance: ['events'],
  suggestions: ['events'],
  places: [],
  knowledge: [],
  handover: [],
  waste: [],
  patents: [],
  reports: [],
  // Reports are what comes and goes by the interface.
  open311: ['reports'],
};

/** Work across subjects; what they need of a subject is handed to them by `wiring`. */
export const gatherers = ['assistant', 'exchange'];
