import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendFile } from '@infinite-blob/files/send-file';
import type { Logger } from '@infinite-blob/service/logger';
import { sendJson } from '@infinite-blob/service/start-service';
import { readMediaAddress } from './domain/media-address.ts';
import { acceptedFormats, mediaFormats } from './domain/media-format.ts';
import { DamagedOriginal } from './encode-preview.ts';
import type { Preview, Previews } from './previews.ts';
import { representation } from './representation.ts';

const forEver = 'public, max-age=31536000, immutable';
/** For a stand-in: soon the client asks again, and gets what it would rather have. */
const forNow = 'public, max-age=60';

/** Serves `/media/…`; false for what is not there. */
export function serveMedia(previews: Previews, logger: Logger) {
	return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
		const address = readMediaAddress(url.pathname);
		if (!address || !['GET', 'HEAD'].includes(request.method ?? '')) return false;
		const { format, ...picture } = address;
		const formats = format ? [format] : acceptedFormats(request.headers.accept);
		try {
			const found = await representation(previews, picture, formats, logger);
			if (!found) return false;
			const headers = {
				'cache-control': found.isStandIn ? forNow : forEver,
				etag: etagOf(found.shown),
				...(!format && { vary: 'Accept' }),
			};
			if (isKnown(request, headers.etag)) {
				response.writeHead(304, headers).end();
				return true;
			}
			const type = mediaFormats[found.shown.format].type;
			await sendFile(request, response, found.file, { ...headers, 'content-type': type });
		} catch (error) {
			if (response.headersSent) throw error;
			logger.error({ err: error, ...picture, formats }, 'a picture could not be made');
			refuse(response, error);
		}
		return true;
	};
}

function refuse(response: ServerResponse, error: unknown): void {
	response.setHeader('cache-control', 'no-store');
	if (error instanceof DamagedOriginal) {
		sendJson(response, 500, { error: 'The original of this picture is damaged.' });
	} else {
		response.setHeader('retry-after', '30');
		sendJson(response, 503, { error: 'This picture cannot be made right now. Try again in a moment.' });
	}
}

/** Differs by all that the bytes follow from. */
function etagOf({ hash, size, format }: Preview): string {
	return `"${hash.slice(0, 32)}-${size}-${format}"`.toLowerCase();
}

function isKnown({ headers }: IncomingMessage, etag: string): boolean {
	const tags = (headers['if-none-match'] ?? '').split(',');
	return tags.some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
