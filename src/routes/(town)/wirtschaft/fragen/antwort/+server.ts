import { renderPiece } from '../../../../piece.server.ts';
import { streamForPage } from '../../../../answer-stream.server.ts';
import AnswerTurn from '../../../../(town)/AnswerTurn.svelte';
import type { RequestHandler } from './$types';

/** The next answer of a talk, told as it comes about. */
export const POST: RequestHandler = (event) =>
  streamForPage(event, 'business', (piece) =>
    renderPiece(event, AnswerTurn, { ...piece, path: '/wirtschaft/fragen', heading: 'h3' }),
  );
