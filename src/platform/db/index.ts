export { newId, isId } from './ids.ts';
