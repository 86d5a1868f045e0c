export { IMPORTERS } from './model.ts';
export type {
  Counts,
  ImporterName,
  ImportFault,
  Mapping,
  Run,
  Source,
  SourceDraft,
  SourceState,
} from './model.ts';
export { exchangePermissions } from './permissions.ts';
