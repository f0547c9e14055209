import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { anonymous } from '@infinite-blob/session/viewer';
import { testSecret } from '@infinite-blob/testing/subgraph-client';

export interface MediaAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

interface Asked {
	method?: string;
	headers?: Record<string, string>;
}

/** The first part of what Chrome says of pictures. */
export const takesAvif = { accept: 'image/avif,image/webp,image/*,*/*;q=0.8' };

/** Asks for a path just as it is, which fetch would tidy up, signed as the gateway does. */
export function getMedia(url: string, path: string, { method = 'GET', headers = {} }: Asked = {}) {
	const context = { viewer: anonymous, address: '127.0.0.1', requestId: randomUUID() };
	const signature = { [contextHeader]: signContext(context, testSecret, Date.now()) };
	return new Promise<MediaAnswer>((resolve, reject) => {
		request(url, { path, method, headers: { ...headers, ...signature } }, async (response) => {
			const body = Buffer.concat(await response.toArray());
			resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
		})
			.on('error', reject)
			.end();
	});
}
