import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process answers; says nothing about the database. */
export const GET: RequestHandler = () => json({ status: 'live' });
