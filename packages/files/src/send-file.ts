import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import parseRange from 'range-parser';
import type { StoredFile } from './file-store.ts';

/** Sends a stored file, or the one range of it that the request asks for (RFC 9110, section 14). */
export async function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	file: StoredFile,
	headers: Record<string, string>,
): Promise<void> {
	const range = requestedRange(request, file.size);
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
		// A client that goes away in the middle is not our fault.
		if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
	}
}

function requestedRange(request: IncomingMessage, size: number) {
	if (!request.headers.range) return undefined;
	const ranges = parseRange(size, request.headers.range);
	if (ranges === -1) return 'unsatisfiable';
	// A malformed range, another unit or several ranges: the whole file is a right answer.
	if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
	return ranges[0];
}
