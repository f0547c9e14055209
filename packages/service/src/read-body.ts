import type { IncomingMessage } from 'node:http';

/** A request body that cannot be used; `status` and the message are for the client. */
export class BodyError extends Error {
	override name = 'BodyError';
	readonly status: 400 | 413;
	readonly code: 'BAD_REQUEST' | 'BODY_TOO_LARGE';

	/** In bytes, of a body that is too large: as announced, or what has come of it. */
	readonly size: number | undefined;

	constructor(status: 400 | 413, message: string, size?: number) {
		super(message);
		this.size = size;
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
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
	const announced = Number(request.headers['content-length'] ?? 0);
	if (announced > limit) return Promise.reject(tooLarge(limit, announced));
	// By events: to iterate over the request costs several times as much as all else that is done to a small one.
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		const onData = (chunk: Buffer) => {
			size += chunk.length;
			chunks.push(chunk);
			if (size > limit) settle(() => reject(tooLarge(limit, size)));
		};
		const onEnd = () => settle(() => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
		const onError = (error: Error) => settle(() => reject(error));
		function settle(how: () => void): void {
			// The request is not destroyed: its connection may have a refusal still to carry.
			request.off('data', onData).off('end', onEnd).off('error', onError);
			how();
		}
		request.on('data', onData).on('end', onEnd).on('error', onError);
	});
}

const discardMs = 2_000;

/**
 * Goes on taking what comes of a body that was refused, for two seconds: a client that is still sending when its
 * connection closes does not get to read the refusal.
 */
export function discardRest(request: IncomingMessage): void {
	request.resume();
	const timer = setTimeout(() => request.destroy(), discardMs);
	request.once('close', () => clearTimeout(timer));
}

/** @param size as announced, or what has come of it */
function tooLarge(limit: number, size: number): BodyError {
	return new BodyError(413, `The request body is larger than ${limit} bytes.`, size);
}
