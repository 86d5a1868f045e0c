import { renderPiece } from '../../../piece.server.ts';
import { streamForPage } from '../../../answer-stream.server.ts';
import AnswerTurn from '../../../(town)/AnswerTurn.svelte';
import type { RequestHandler } from './$types';

/** The next answer of a talk, told as it comes about. */
export const POST: RequestHandler = (event) =>
  streamForPage(event, 'resident', (piece) =>
    renderPiece(event, AnswerTurn, { ...piece, path: '/fragen', heading: 'h3' }),
  );
