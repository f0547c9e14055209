import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@infinite-blob/service/logger';
import { GraphQLError } from 'graphql';
import { type ConnectionInitMessage, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { BoundedCounts } from '../limits/bounded-counts.ts';
import { networkOf } from '../limits/network-of.ts';
import type { Authenticator } from '../session/authenticate.ts';
import { clientAddress } from '../session/client-address.ts';
import { boundedSender } from './bounded-sender.ts';
import type { Connection } from './connection.ts';
import { Heartbeat } from './heartbeat.ts';
import { type SocketOperations, socketOperations } from './operations.ts';

/** How many sockets may be open at a time. */
export interface SocketLimits {
	perAddress: number;
	perSession: number;
}

interface SocketOptions extends SocketOperations {
	authenticator: Authenticator;
	/** The origins whose pages may open sockets; clients that are no browsers have none. */
	allowedOrigins: Set<string>;
	trustProxy: boolean;
	limits: SocketLimits;
	logger: Logger;
}

const maxPayload = 64 * 1024;
const closeGraceMs = 1_000;
/** A socket on which nothing runs is closed after so long without a message. */
const idleMs = 120_000;

/** Either way to write the parameter of connection_init that holds a token. */
const tokenParameters = ['authorization', 'Authorization'];

/** Close codes: of graphql-transport-ws where it has one. */
const close = {
	idle: [1000, 'Idle'],
	restart: [1012, 'Service restart'],
	refused: [4403, 'Forbidden: the token is malformed, forged or expired'],
	expired: [4403, 'Forbidden: the session has expired'],
	failed: [4500, 'Internal server error'],
} as const;

/**
 * Serves GraphQL over WebSocket (graphql-transport-ws) at /graphql. Disposing it tells the clients that the service
 * restarts (1012), upon which they connect again.
 */
export function serveSockets(server: Server, options: SocketOptions): AsyncDisposable {
	const { logger, limits } = options;
	const ofAddress = new BoundedCounts(limits.perAddress);
	const ofSession = new BoundedCounts(limits.perSession);
	const heartbeat = new Heartbeat();
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload,
		autoPong: false,
		handleProtocols: (offered) =>
			offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
	});
	const graphql = makeServer<ConnectionInitMessage['payload'], Connection>({
		...socketOperations(options),
		async onConnect({ connectionParams = {}, extra: connection }) {
			const [name = ''] = tokenParameters.filter((each) => connectionParams[each] !== undefined);
			const authorization = connectionParams[name];
			const isReadable = authorization === undefined || typeof authorization === 'string';
			const found = isReadable
				? await options.authenticator.authenticate({ authorization, cookie: connection.cookie })
				: undefined;
			if (connection.isClosed) return false;
			if (!found) {
				connection.close(...close.refused);
				return false;
			}
			const { viewer } = found;
			if (viewer.kind === 'session') {
				const giveBack = ofSession.take(viewer.sessionId);
				if (!giveBack) {
					connection.close(4429, `A session may have ${limits.perSession} sockets open at a time`);
					return false;
				}
				connection.onClose = giveBack;
			}
			connection.owner = { ...found, address: connection.address };
			connection.cookie = undefined;
			// Whoever holds a token is the viewer: it is kept no longer than it is needed.
			for (const name of tokenParameters) Reflect.deleteProperty(connectionParams, name);
			closeWhenExpired(connection);
			return true;
		},
	});

	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on('error', () => socket.destroy());
		const { origin } = request.headers;
		const address = clientAddress(request, options.serviceSecret, options.trustProxy);
		const refuse = (status: number, error?: GraphQLError) => {
			options.accessLogger.info({ address, status, ...(origin ? { origin } : {}) }, 'socket refused');
			end(socket, status, error ? JSON.stringify({ errors: [error] }) : '');
		};
		if (request.url?.split('?', 1)[0] !== '/graphql') return refuse(404);
		if (origin !== undefined && !options.allowedOrigins.has(origin)) return refuse(403);
		const giveBack = ofAddress.take(networkOf(address));
		if (!giveBack) {
			options.metrics.countRefusal('TOO_MANY_SOCKETS');
			return refuse(429, tooMany(limits.perAddress));
		}
		socket.once('close', giveBack);
		const { cookie } = request.headers;
		sockets.handleUpgrade(request, socket, head, (opened) => open(opened, address, cookie));
	});

	function open(socket: WebSocket, address: string, cookie: string | undefined): void {
		const connection: Connection = {
			address,
			cookie,
			close: (code, reason) => socket.close(code, reason),
			isClosed: false,
			activeAt: performance.now(),
			running: 0,
		};
		const sender = boundedSender(socket, logger);
		const closed = graphql.opened(
			{
				protocol: socket.protocol,
				send: (data) => sender.send(data),
				close: (code, reason) => socket.close(code, reason),
				onMessage: (receive) =>
					socket.on('message', (data) => {
						connection.activeAt = performance.now();
						if (!sender.keepsUp()) return;
						receive(String(data)).catch((error: unknown) => {
							logger.error({ err: error }, 'a message on a socket failed');
							socket.close(...close.failed);
						});
					}),
			},
			connection,
		);
		heartbeat.watch(socket, () => {
			closeWhenExpired(connection);
			if (connection.running === 0 && performance.now() - connection.activeAt > idleMs)
				socket.close(...close.idle);
		});
		socket.on('ping', (data) => sender.pong(data));
		socket.on('error', (error) => logger.debug({ err: error }, 'a socket broke'));
		socket.once('close', (code, reason) => {
			connection.isClosed = true;
			connection.onClose?.();
			closed(code, String(reason)).catch((error: unknown) =>
				logger.error({ err: error }, 'a socket was not cleaned up'),
			);
		});
	}

	return {
		async [Symbol.asyncDispose]() {
			heartbeat[Symbol.dispose]();
			const closed = new Promise((resolve) => sockets.close(resolve));
			for (const socket of sockets.clients) socket.close(...close.restart);
			const deadline = setTimeout(() => {
				for (const socket of sockets.clients) socket.terminate();
			}, closeGraceMs);
			await closed;
			clearTimeout(deadline);
		},
	};
}

/** Sets a timer when the session ends before the socket's next turn; timers of a month are none of Node's. */
function closeWhenExpired({ owner, close: end }: Connection): void {
	const leftMs = (owner?.expiresAt ?? Number.POSITIVE_INFINITY) - Date.now();
	if (leftMs <= Heartbeat.periodMs) setTimeout(() => end(...close.expired), Math.max(0, leftMs)).unref();
}

/** The other side need not end its half of a connection that it was refused. */
function end(socket: Duplex, status: number, body: string): void {
	socket.once('finish', () => socket.destroy());
	const length = Buffer.byteLength(body);
	const type = body && 'content-type: application/json; charset=utf-8\r\n';
	socket.end(
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n${type}content-length: ${length}\r\n\r\n${body}`,
	);
}

function tooMany(limit: number): GraphQLError {
	const message = `A network address may have ${limit} sockets open at a time.`;
	return new GraphQLError(message, {
		extensions: { code: 'TOO_MANY_SOCKETS', limit, asked: limit + 1 },
	});
}
