import { error, text } from '@sveltejs/kit';
import { previewOf } from '../editor.server.ts';
import type { RequestHandler } from './$types';

/** The text of a form as readers will see it, for the preview beside it. */
export const POST: RequestHandler = async ({ locals, request }) => {
  if (!locals.staff) error(401);
  const { title, summary, html } = previewOf(await request.formData());
  const heading = `<h2>${escape(title)}</h2>`;
  const lead = summary ? `<p><strong>${escape(summary)}</strong></p>` : '';
  return text(heading + lead + html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};

function escape(plain: string): string {
  return plain.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
