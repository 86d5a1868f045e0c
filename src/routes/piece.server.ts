import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { RequestEvent } from '@sveltejs/kit';
import Piece from './Piece.svelte';

/** What a component is to TypeScript, as far as its properties go. */
type PartOf<Props> = (internals: never, props: Props) => unknown;

/** The HTML of one component as it would stand on a page of this request; the page has its styles. */
export function renderPiece<Props extends object>(
  { locals: { t, path, town }, url }: RequestEvent,
  part: PartOf<Props>,
  props: NoInfer<Props>,
): string {
  const { name: townName, settings } = town;
  const frame = {
    townName,
    origin: url.origin,
    path,
    search: url.search,
    languages: settings.languages,
  };
  return render(Piece, { props: { t, frame, part: part as Component<object>, props } }).body;
}
