import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { type ReadinessCheck, readiness } from './health.ts';
import type { Logger } from './logger.ts';

/** A service's metrics, for whoever adds some. */
export type { Registry } from 'prom-client';

/** Answers a request of the service's own; false when the path is none of its. */
export type RequestHandler = (
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
) => boolean | Promise<boolean>;

/** What a service listens on, answers and reports. */
export interface ServiceOptions {
	name: string;
	host: string;
	/** 0 lets the system choose. */
	port: number;
	logger: Logger;
	/** What `/health/ready` asks, by name; given by a function where it changes. */
	checks?: Record<string, ReadinessCheck> | (() => Record<string, ReadinessCheck>);
	/** Serves everything but `/health/*` and `/metrics`. */
	handle?: RequestHandler;
	metrics?: Registry;
	/** False where `/metrics` must not be public. */
	serveMetrics?: boolean;
	/** How long a client may take to send its headers, and its whole request, in milliseconds. */
	patience?: { headersMs: number; requestMs: number };
}

/** A running service. Disposing it refuses new requests, lets those in hand finish within 3.5 s, and frees the port. */
export interface Service extends AsyncDisposable {
	port: number;
	/** `http://host:port` */
	url: string;
	server: Server;
}

const defaultPatience = { headersMs: 10_000, requestMs: 30_000 };
// Node looks for those who have taken too long so often.
const connectionsCheckingInterval = 1_000;
const sweepMs = 20;
/** Less than the process is given to end, in run-service.ts. */
const drainMs = 3_500;

/**
 * Starts a service's HTTP front: `/health/live`, `/health/ready`, `/metrics` and its own requests.
 *
 * @throws the system's error, such as EADDRINUSE
 */
export async function startService(options: ServiceOptions): Promise<Service> {
	const { name, host, logger, checks = {}, handle, metrics = createMetrics(), serveMetrics = true } = options;
	let closing = false;

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = parseTarget(request);
		if (!url) return sendJson(response, 400, { error: 'The request target is not a valid address.' });
		if (url.pathname === '/health/live') return sendJson(response, 200, { status: 'ok', service: name });
		if (url.pathname === '/health/ready') {
			const { ready, checks: results } = await readiness(typeof checks === 'function' ? checks() : checks);
			const ok = ready && !closing;
			return sendJson(response, ok ? 200 : 503, {
				status: ok ? 'ok' : closing ? 'closing' : 'not ready',
				service: name,
				checks: results,
			});
		}
		if (url.pathname === '/metrics' && serveMetrics) {
			response.setHeader('content-type', metrics.contentType);
			response.end(await metrics.metrics());
			return;
		}
		if (handle && (await handle(request, response, url))) return;
		sendJson(response, 404, { error: `There is nothing at ${url.pathname}.` });
	}

	const { headersMs: headersTimeout, requestMs: requestTimeout } = options.patience ?? defaultPatience;
	const timeouts = { headersTimeout, requestTimeout, connectionsCheckingInterval };
	const server = createServer(timeouts, (request, response) => {
		if (closing) response.setHeader('connection', 'close');
		answer(request, response).catch((error: unknown) => {
			logger.error({ err: error, url: request.url }, 'request failed');
			if (response.headersSent) response.destroy();
			else sendJson(response, 500, { error: 'Something went wrong on our side.' });
		});
	});
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await listen(server, host, options.port);
	const { port } = server.address() as AddressInfo;
	const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	logger.info({ service: name, url }, 'listening');

	return {
		port,
		url,
		server,
		async [Symbol.asyncDispose]() {
			closing = true;
			const closed = new Promise((resolve) => server.close(resolve));
			const sweep = setInterval(() => {
				// A connection is kept after its answer, for what the client may ask next.
				server.closeIdleConnections();
				// To Node, one over which nothing came yet is not idle.
				for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
			}, sweepMs);
			// What a client will not finish reading must not hold the service up.
			const deadline = setTimeout(() => server.closeAllConnections(), drainMs);
			await closed;
			clearInterval(sweep);
			clearTimeout(deadline);
		},
	};
}

/** A registry with the process's own figures: CPU, memory, event loop. */
export function createMetrics(): Registry {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	return registry;
}

/** Answers with a JSON body and ends the response. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify(body));
}

function parseTarget(request: IncomingMessage): URL | undefined {
	const target = request.url ?? '/';
	// Only a path: an absolute-form or '//host' target would change what the address means.
	if (!target.startsWith('/') || target.startsWith('//')) return undefined;
	return URL.canParse(target, 'http://service') ? new URL(target, 'http://service') : undefined;
}

function listen(server: Server, host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
}
