import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { Random } from '../random.ts';
import { isMessage, RespFrames } from './resp-frames.ts';

/**
 * Stands between the shop and its Redis. It loses some of the messages that are published, never a reply, as Pub/Sub
 * allows itself; and it cuts connections when told to.
 */
export class RedisProxy implements AsyncDisposable {
	readonly #server: Server;
	readonly #random: Random;
	readonly #connections = new Map<Socket, Socket>();
	/** The share of messages that is lost, 0 to 1. */
	loss = 0;
	/** Messages that came while some were being lost, and how many of them were. */
	messages = 0;
	lost = 0;

	private constructor(target: { host: string; port: number }, random: Random) {
		this.#random = random;
		this.#server = createServer((client) => this.#pass(client, connect(target.port, target.host)));
	}

	static async start(url: string, random: Random): Promise<RedisProxy> {
		const { hostname: host, port } = new URL(url);
		const proxy = new RedisProxy({ host, port: Number(port || 6379) }, random);
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get url(): string {
		return `redis://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Breaks one connection in the middle of whatever it is used for. */
	cutOne(): void {
		const clients = [...this.#connections.keys()];
		if (clients.length > 0) this.#random.pick(clients).destroy();
	}

	#pass(client: Socket, redis: Socket): void {
		this.#connections.set(client, redis);
		const frames = new RespFrames();
		let isSubscriber = false;
		client.setNoDelay().on('data', (data) => {
			isSubscriber ||= /subscribe/i.test(data.toString('latin1', 0, 200));
			if (!redis.write(data)) client.pause();
		});
		redis.setNoDelay().on('data', (data) => {
			const kept = [...frames.take(data)].filter((frame) => !this.#loses(frame, isSubscriber));
			if (!client.write(kept.length === 1 ? kept[0]! : Buffer.concat(kept))) redis.pause();
		});
		client.on('drain', () => redis.resume());
		redis.on('drain', () => client.resume());
		for (const socket of [client, redis]) {
			socket.on('error', () => {});
			socket.on('close', () => {
				client.destroy();
				redis.destroy();
				this.#connections.delete(client);
			});
		}
	}

	#loses(frame: Buffer, isSubscriber: boolean): boolean {
		if (this.loss === 0 || !isMessage(frame, isSubscriber)) return false;
		this.messages++;
		if (!this.#random.chance(this.loss)) return false;
		this.lost++;
		return true;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const client of this.#connections.keys()) client.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}
}
