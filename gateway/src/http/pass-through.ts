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

/** What subgraphs serve beside their GraphQL, by the first segment of the path. */
const owners: Record<string, string> = { media: 'products', files: 'orders', ads: 'ads' };

/** Hands requests for what subgraphs keep beside their GraphQL to the one that keeps it. */
export class PassThroughs implements AsyncDisposable {
	readonly #byUrl = new Map<string, PassThrough>();
	readonly #baseOf: (subgraph: string) => string;
	readonly #logger: Logger;

	/** @param baseOf where a subgraph is now, without /graphql */
	constructor(baseOf: (subgraph: string) => string, logger: Logger) {
		this.#baseOf = baseOf;
		this.#logger = logger;
	}

	/** The one for a path; nothing when no subgraph serves it. */
	for(pathname: string): PassThrough | undefined {
		const segment = pathname.split('/', 2)[1] ?? '';
		const subgraph = Object.hasOwn(owners, segment) ? owners[segment] : undefined;
		if (!subgraph) return undefined;
		const base = this.#baseOf(subgraph);
		const passThrough = this.#byUrl.get(base) ?? new PassThrough(subgraph, base, this.#logger);
		this.#byUrl.set(base, passThrough);
		return passThrough;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await Promise.all(Array.from(this.#byUrl.values(), (each) => each[Symbol.asyncDispose]()));
	}
}

/** Serves what a subgraph keeps, such as pictures and files, streaming both ways. */
class PassThrough implements AsyncDisposable {
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
