import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ConnectionInitMessage, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { authenticate, type Keys } from '../session/authenticate.ts';
import { clientAddress } from '../session/client-address.ts';
import { boundedSender } from './bounded-sender.ts';
import { type Connection, type SocketOperations, socketOperations } from './operations.ts';

interface SocketOptions extends SocketOperations {
	keys: Keys;
	/** The origins whose pages may open sockets; clients that are no browsers have none. */
	allowedOrigins: Set<string>;
	trustProxy: boolean;
}

const maxPayload = 64 * 1024;
const pingEveryMs = 20_000;
const closeGraceMs = 1_000;

/**
 * Serves GraphQL over WebSocket (graphql-transport-ws) at /graphql. Disposing it tells the clients that the service
 * restarts (1012), upon which they connect again.
 */
export function serveSockets(server: Server, options: SocketOptions): AsyncDisposable {
	const { logger } = options;
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
			const { headers } = connection.request;
			const authorization = connectionParams.authorization ?? connectionParams.Authorization;
			if (authorization !== undefined && typeof authorization !== 'string') return false;
			const viewer = await authenticate({ authorization, cookie: headers.cookie }, options.keys);
			if (!viewer) return false;
			const address = clientAddress(connection.request, options.serviceSecret, options.trustProxy);
			connection.owner = { viewer, address };
			return true;
		},
	});

	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on('error', () => socket.destroy());
		const { origin } = request.headers;
		if (request.url?.split('?', 1)[0] !== '/graphql') return refuse(socket, 404);
		if (origin !== undefined && !options.allowedOrigins.has(origin)) return refuse(socket, 403);
		sockets.handleUpgrade(request, socket, head, (opened) => open(opened, request));
	});

	const alive = new WeakSet<WebSocket>();
	function open(socket: WebSocket, request: IncomingMessage): void {
		alive.add(socket);
		const connection: Connection = { request };
		const sender = boundedSender(socket, logger);
		const closed = graphql.opened(
			{
				protocol: socket.protocol,
				send: (data) => sender.send(data),
				close: (code, reason) => socket.close(code, reason),
				onMessage: (receive) =>
					socket.on('message', (data) => {
						if (!sender.keepsUp()) return;
						receive(String(data)).catch((error: unknown) => {
							logger.error({ err: error }, 'a message on a socket failed');
							socket.close(4500, 'Internal server error');
						});
					}),
			},
			connection,
		);
		socket.on('ping', (data) => sender.pong(data));
		socket.on('pong', () => alive.add(socket));
		socket.on('error', (error) => logger.debug({ err: error }, 'a socket broke'));
		socket.once('close', (code, reason) => {
			closed(code, String(reason)).catch((error: unknown) =>
				logger.error({ err: error }, 'a socket was not cleaned up'),
			);
		});
	}

	const pings = setInterval(() => {
		for (const socket of sockets.clients) {
			// Silent since the last ping: the other side is gone.
			if (!alive.delete(socket)) socket.terminate();
			else socket.ping();
		}
	}, pingEveryMs);

	return {
		async [Symbol.asyncDispose]() {
			clearInterval(pings);
			const closed = new Promise((resolve) => sockets.close(resolve));
			for (const socket of sockets.clients) socket.close(1012, 'Service restart');
			const deadline = setTimeout(() => {
				for (const socket of sockets.clients) socket.terminate();
			}, closeGraceMs);
			await closed;
			clearTimeout(deadline);
		},
	};
}

function refuse(socket: Duplex, status: number): void {
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
