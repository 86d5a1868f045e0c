import { expect, test } from 'vitest';
import { emergencyNumbers } from './emergency.ts';

const STATES = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' ');

test('every state has exactly one poison centre', () => {
  for (const state of STATES)
    expect(emergencyNumbers(state).filter(({ key }) => key === 'poison')).toHaveLength(1);
});

test('in Hagenow the poison centre is the one in Erfurt, and the fire brigade comes first', () => {
  const numbers = emergencyNumbers('MV');
  expect(numbers[0]).toEqual({ key: 'fire', number: '112' });
  expect(numbers).toContainEqual({ key: 'poison', number: '0361 730 730' });
});
