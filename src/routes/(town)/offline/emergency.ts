import type { Town } from '#modules/tenancy';

export interface EmergencyNumber {
  /** Names the text: `offline.number.<key>`. */
  key: string;
  number: string;
}

// Numbers that hold in all of Germany.
const EVERYWHERE: readonly EmergencyNumber[] = [
  { key: 'fire', number: '112' },
  { key: 'police', number: '110' },
  { key: 'doctor', number: '116 117' },
];
const LATER: readonly EmergencyNumber[] = [
  { key: 'crisis', number: '0800 111 0 111' },
  { key: 'violence', number: '116 016' },
  { key: 'cards', number: '116 116' },
  { key: 'authority', number: '115' },
];

// The poison centres share the states among themselves (GIZ list of the Federal Office of Consumer Protection).
const POISON: readonly [number: string, ...states: string[]][] = [
  ['0361 730 730', 'MV', 'SN', 'ST', 'TH'],
  ['030 192 40', 'BE', 'BB'],
  ['0551 192 40', 'HB', 'HH', 'NI', 'SH'],
  ['0228 192 40', 'NW'],
  ['06131 192 40', 'RP', 'HE', 'SL'],
  ['0761 192 40', 'BW'],
  ['089 192 40', 'BY'],
];

/** Whom to call when something is wrong, the most urgent first. */
export function emergencyNumbers(state: Town['state']): EmergencyNumber[] {
  const poison = POISON.find(([, ...states]) => states.includes(state))?.[0];
  return [...EVERYWHERE, ...(poison ? [{ key: 'poison', number: poison }] : []), ...LATER];
}
