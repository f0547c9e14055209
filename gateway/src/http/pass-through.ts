import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Logger } from '@infinite-blob/service/logger';
import { sendJson } from '@infinite-blob/service/start-service';
import { contextHeader } from '@infinite-blob/session/request-context';
import { Pool } from 'undici';
import { unavailable } from '../errors.ts';

const requestHeaders = [
	'accept',
	'accept-language',
	'if-match',
	'if-modified-since',
	'if-none-match',
	'if-range',
	'if-unmodified-since',
	'range',
	'referer',
	'user-agent',
] as const;

const hopByHop = new Set([
	'connection',
	'keep-alive',
	'proxy-authenticate',
	'te',
	'trailer',
	'transfer-encoding',
	'upgrade',
]);

// Encoded dots, slashes, percent signs and nulls; backslashes; a segment of dots: nothing the shop links to has any.
const suspicious = /%(?:2e|2f|5c|25|00)|\\|\/\.{1,2}(?:[/?]|$)|\/\/|[^\x21-\x7e]/i;

/** Serves what subgraphs keep beside their GraphQL, such as pictures and files, streaming both ways. */
export class PassThrough implements AsyncDisposable {
	readonly #pool: Pool;
	readonly #basePath: string;
	readonly #subgraph: string;
	readonly #logger: Logger;

	/** @param base the subgraph's address, without /graphql */
	constructor(subgraph: string, base: string, logger: Logger) {
		const { origin, pathname } = new URL(base);
		// The first request of a picture makes it.
		this.#pool = new Pool(origin, { connections: 64, connectTimeout: 2_000, headersTimeout: 30_000 });
		this.#basePath = pathname.replace(/\/$/, '');
		this.#subgraph = subgraph;
		this.#logger = logger;
	}

	/** @param signedContext who asks, signed for the subgraph */
	async serve(request: IncomingMessage, response: ServerResponse, signedContext: string): Promise<void> {
		const target = request.url ?? '/';
		const { method } = request;
		if (method !== 'GET' && method !== 'HEAD') {
			response.setHeader('allow', 'GET, HEAD');
			return sendJson(response, 405, { error: 'Here is only something to GET.' });
		}
		if (suspicious.test(target.split('?', 1)[0] ?? '')) {
			return sendJson(response, 400, { error: 'This path has something in it that no path here has.' });
		}
		const abort = new AbortController();
		response.once('close', () => abort.abort());
		try {
			const upstream = await this.#pool.request({
				method,
				path: this.#basePath + target,
				headers: { ...chosenHeaders(request.headers), [contextHeader]: signedContext },
				signal: abort.signal,
			});
			for (const [name, value] of endToEnd(upstream.headers)) {
				if (name === 'vary') response.appendHeader(name, value);
				else response.setHeader(name, value);
			}
			response.writeHead(upstream.statusCode);
			await pipeline(upstream.body, response);
		} catch (error) {
			if (abort.signal.aborted) return;
			this.#logger.warn({ err: error, subgraph: this.#subgraph }, 'a pass-through failed');
			if (response.headersSent) return void response.destroy();
			response.setHeader('retry-after', '1');
			sendJson(response, isNotThere(error) ? 503 : 502, { error: unavailable });
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#pool.destroy();
	}
}

function chosenHeaders(given: IncomingHttpHeaders): Record<string, string> {
	const chosen: Record<string, string> = {};
	for (const name of requestHeaders) {
		const value = given[name];
		if (typeof value === 'string') chosen[name] = value;
	}
	return chosen;
}

function* endToEnd(headers: IncomingHttpHeaders): Generator<[string, string | string[]]> {
	const named = headers.connection?.toLowerCase().split(/\s*,\s*/) ?? [];
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined && !hopByHop.has(name) && !named.includes(name)) yield [name, value];
	}
}

function isNotThere(error: unknown): boolean {
	const { code } = error as NodeJS.ErrnoException;
	return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'UND_ERR_CONNECT_TIMEOUT';
}
