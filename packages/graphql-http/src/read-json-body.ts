import type { IncomingMessage } from 'node:http';
import { BodyError, readBody } from '@infinite-blob/service/read-body';

/**
 * Reads a request's body as JSON.
 *
 * @param limit bytes
 * @throws BodyError when it is too large or not JSON
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<unknown> {
	const body = await readBody(request, limit);
	try {
		return JSON.parse(body.toString());
	} catch (error) {
		throw new BodyError(400, `The request body is not valid JSON: ${(error as Error).message}.`);
	}
}
