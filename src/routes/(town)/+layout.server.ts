import { error } from '@sveltejs/kit';
import { isSwitchedOff } from '#wiring/switches';
import type { LayoutServerLoad } from './$types';

/** A room the town has switched off is not there, whoever knows its address. */
export const load: LayoutServerLoad = ({ locals: { path, town } }) => {
  if (isSwitchedOff(path, town)) error(404);
};
