import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What becomes of the bytes of one connection. */
export interface Passage {
	/** Sees what the client says, before the server does. */
	said?: (data: Buffer) => void;
	/** What the client hears of what the server says: what is given back. `cut` breaks the connection instead. */
	answered: (data: Buffer, cut: () => void) => Buffer | undefined;
}

/** Stands between clients and a server, and does to their connections what a network may. */
export class TcpProxy implements AsyncDisposable {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	/** Connections made so far. */
	connections = 0;

	private constructor(target: { host: string; port: number }, open: () => Passage) {
		this.#server = createServer((client) => {
			this.connections++;
			this.#pass(client, connect(target), open());
		});
	}

	/**
	 * @param url the server's
	 * @param open called for each connection
	 */
	static async start(url: string, open: () => Passage): Promise<TcpProxy> {
		const { hostname, port } = new URL(url);
		const proxy = new TcpProxy({ host: hostname, port: Number(port) }, open);
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get port(): number {
		return (this.#server.address() as AddressInfo).port;
	}

	/** Breaks all connections. */
	cut(): void {
		for (const socket of this.#sockets) socket.destroy();
	}

	#pass(client: Socket, server: Socket, passage: Passage): void {
		const cut = (): void => {
			client.destroy();
			server.destroy();
		};
		for (const socket of [client, server]) {
			this.#sockets.add(socket);
			socket.on('error', () => {});
			socket.on('close', () => {
				this.#sockets.delete(socket);
				cut();
			});
		}
		client.on('data', (data) => {
			passage.said?.(data);
			server.write(data);
		});
		server.on('data', (data) => {
			const heard = passage.answered(data, cut);
			if (heard) client.write(heard);
		});
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.cut();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
