import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendFile } from '@infinite-blob/files/send-file';
import { type Size, sizes } from './domain/picture.ts';
import type { Previews } from './previews.ts';

const address = /^\/media\/([0-9a-f]{64})\/([a-z]+)\.webp$/;

/** The path under which a size of a picture is served; what is there never changes. */
export function mediaPath(hash: string, size: Size): string {
	return `/media/${hash}/${size.toLowerCase()}.webp`;
}

/** Serves `/media/…`; false for what is not there. */
export async function serveMedia(
	previews: Previews,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
): Promise<boolean> {
	const [, hash = '', name = ''] = address.exec(url.pathname) ?? [];
	const size = name.toUpperCase();
	if (!hash || !isSize(size) || !['GET', 'HEAD'].includes(request.method ?? '')) return false;
	const preview = await previews.find(hash, size);
	if (!preview) return false;
	const headers = {
		'cache-control': 'public, max-age=31536000, immutable',
		etag: `"${hash.slice(0, 32)}-${name}"`,
	};
	if (matches(request.headers['if-none-match'], headers.etag)) {
		response.writeHead(304, headers).end();
		return true;
	}
	await sendFile(request, response, preview, { ...headers, 'content-type': 'image/webp' });
	return true;
}

function isSize(name: string): name is Size {
	return Object.hasOwn(sizes, name);
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
	return (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
