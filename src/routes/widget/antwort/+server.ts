import { streamForPage } from '../../answer-stream.server.ts';
import { renderPiece } from '../../piece.server.ts';
import WidgetTurn from '../WidgetTurn.svelte';
import type { RequestHandler } from './$types';

/** The next answer in the frame, told as it comes about. */
export const POST: RequestHandler = (event) =>
  streamForPage(event, 'resident', (piece) => renderPiece(event, WidgetTurn, { ...piece }));
