import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Logger } from '@infinite-blob/service/logger';
import { sendJson } from '@infinite-blob/service/start-service';
import { contextHeader } from '@infinite-blob/session/request-context';
import { Pool } from 'undici';
import type { GatewayContext } from '../context.ts';
import { unavailable } from '../errors.ts';
import { BoundedCounts } from '../limits/bounded-counts.ts';
import { networkOf } from '../limits/network-of.ts';

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

/** At a time, of a subgraph: whoever reads slowly holds a connection to it. */
const most = 256;
const mostOfAddress = 128;

interface PassThroughOptions {
	/** Where a subgraph is now, without /graphql. */
	baseOf(subgraph: string): string;
	/** A client who reads nothing for so long is cut off. */
	patienceMs: number;
	logger: Logger;
}

/** Hands requests for what subgraphs keep beside their GraphQL to the one that keeps it. */
export class PassThroughs implements AsyncDisposable {
	readonly #byUrl = new Map<string, PassThrough>();
	readonly #options: PassThroughOptions;

	constructor(options: PassThroughOptions) {
		this.#options = options;
	}

	/** The one for a path; nothing when no subgraph serves it. */
	for(pathname: string): PassThrough | undefined {
		const segment = pathname.split('/', 2)[1] ?? '';
		const subgraph = Object.hasOwn(owners, segment) ? owners[segment] : undefined;
		if (!subgraph) return undefined;
		const base = this.#options.baseOf(subgraph);
		const passThrough = this.#byUrl.get(base) ?? new PassThrough(subgraph, base, this.#options);
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
	readonly #patienceMs: number;
	readonly #ofAll = new BoundedCounts(most);
	readonly #ofAddress = new BoundedCounts(mostOfAddress);

	/** @param base the subgraph's address, without /graphql */
	constructor(subgraph: string, base: string, { patienceMs, logger }: PassThroughOptions) {
		const { origin, pathname } = new URL(base);
		// The first request of a picture makes it.
		this.#pool = new Pool(origin, { connections: most, connectTimeout: 2_000, headersTimeout: 30_000 });
		this.#basePath = pathname.replace(/\/$/, '');
		this.#subgraph = subgraph;
		this.#logger = logger;
		this.#patienceMs = patienceMs;
	}

	async serve(request: IncomingMessage, response: ServerResponse, context: GatewayContext): Promise<void> {
		const target = request.url ?? '/';
		const { method } = request;
		if (method !== 'GET' && method !== 'HEAD') {
			response.setHeader('allow', 'GET, HEAD');
			return sendJson(response, 405, { error: 'Here is only something to GET.' });
		}
		if (suspicious.test(target.split('?', 1)[0] ?? '')) {
			return sendJson(response, 400, { error: 'This path has something in it that no path here has.' });
		}
		// One of several that came at once over a connection has its turn when it is answered, and holds nothing till then.
		if (!response.socket) await once(response, 'socket');
		const leave = this.#enter(context.address);
		if (!leave) {
			response.setHeader('retry-after', '1');
			return sendJson(response, 503, { error: 'Too many are asking at the moment. Try again in a second.' });
		}
		const abort = new AbortController();
		response.once('close', () => {
			leave();
			abort.abort();
		});
		try {
			const upstream = await this.#pool.request({
				method,
				path: this.#basePath + target,
				headers: { ...chosenHeaders(request.headers), [contextHeader]: context.signed() },
				signal: abort.signal,
			});
			for (const [name, value] of endToEnd(upstream.headers)) {
				if (name === 'vary') response.appendHeader(name, value);
				else response.setHeader(name, value);
			}
			response.writeHead(upstream.statusCode);
			response.setTimeout(this.#patienceMs, () => response.destroy());
			await pipeline(upstream.body, response);
		} catch (error) {
			if (abort.signal.aborted) return;
			this.#logger.warn({ err: error, subgraph: this.#subgraph }, 'a pass-through failed');
			if (response.headersSent) return void response.destroy();
			response.setHeader('retry-after', '1');
			sendJson(response, isNotThere(error) ? 503 : 502, { error: unavailable });
		}
	}

	/** @returns what leaves again; nothing when there are too many */
	#enter(address: string): (() => void) | undefined {
		const leaveAddress = this.#ofAddress.take(networkOf(address));
		const leaveAll = leaveAddress && this.#ofAll.take('');
		if (!leaveAll) return void leaveAddress?.();
		return () => {
			leaveAddress();
			leaveAll();
		};
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
