import type { IncomingMessage } from 'node:http';

/** A request body that cannot be used; `status` and the message are for the client. */
export class BodyError extends Error {
	override name = 'BodyError';
	readonly status: 400 | 413;
	readonly code: 'BAD_REQUEST' | 'BODY_TOO_LARGE';

	constructor(status: 400 | 413, message: string) {
		super(message);
		this.status = status;
		this.code = status === 413 ? 'BODY_TOO_LARGE' : 'BAD_REQUEST';
	}
}

/**
 * Reads a request's body as it came.
 *
 * @param limit bytes
 * @throws BodyError when it is too large
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
	if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
	const chunks: Buffer[] = [];
	let size = 0;
	// Leaving the loop must not destroy the request: its connection has the refusal still to carry.
	for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > limit) throw tooLarge(limit);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function tooLarge(limit: number): BodyError {
	return new BodyError(413, `The request body is larger than ${limit} bytes.`);
}
