import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import parseRange from 'range-parser';
import type { StoredFile } from './file-store.ts';

/** A client that goes away, before the first byte or in the middle, is not our fault. */
const clientHasGone: (string | undefined)[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE'];

/**
 * Sends a stored file, or the one range of it that the request asks for (RFC 9110, section 14).
 *
 * @param headers what is sent beside length and range; the `etag` among them is what If-Range is held against
 */
export async function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	file: StoredFile,
	headers: Record<string, string>,
): Promise<void> {
	const range = isSameAsBefore(request, headers.etag) ? requestedRange(request, file.size) : undefined;
	if (range === 'unsatisfiable') {
		response.writeHead(416, { 'content-range': `bytes */${file.size}` });
		response.end();
		return;
	}
	const length = range ? range.end - range.start + 1 : file.size;
	response.writeHead(range ? 206 : 200, {
		...headers,
		'accept-ranges': 'bytes',
		'content-length': length,
		...(range ? { 'content-range': `bytes ${range.start}-${range.end}/${file.size}` } : {}),
	});
	if (request.method === 'HEAD') {
		response.end();
		return;
	}
	try {
		await pipeline(file.open(range), response);
	} catch (error) {
		if (!clientHasGone.includes((error as NodeJS.ErrnoException).code)) throw error;
	}
}

/** A rest of another file, or of another format of it, must not be put to what the client has: it gets the whole. */
function isSameAsBefore({ headers }: IncomingMessage, etag: string | undefined): boolean {
	const ifRange = headers['if-range'];
	return ifRange === undefined || ifRange === etag;
}

function requestedRange(request: IncomingMessage, size: number) {
	if (!request.headers.range) return undefined;
	const ranges = parseRange(size, request.headers.range);
	if (ranges === -1) return 'unsatisfiable';
	// A malformed range, another unit or several ranges: the whole file is a right answer.
	if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
	return ranges[0];
}
