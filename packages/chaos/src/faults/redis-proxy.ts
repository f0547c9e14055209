import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { Random } from '../random.ts';
import { isMessage, RespFrames } from './resp-frames.ts';

/**
 * Stands between the shop and its Redis. It loses some of the messages that are published, never a reply, as Pub/Sub
 * allows itself; and it cuts connections when told to.
 */
export class RedisProxy implements AsyncDisposable {
	readonly #target: { host: string; port: number };
	readonly #random: Random;
	readonly #servers: Server[] = [];
	/** Whose connection it is, by the client's end. */
	readonly #connections = new Map<Socket, string>();
	/** The share of messages that is lost, 0 to 1. */
	loss = 0;
	/** Messages that came while some were being lost, and how many of them were. */
	messages = 0;
	lost = 0;

	/** @param url the Redis's */
	constructor(url: string, random: Random) {
		const { hostname: host, port } = new URL(url);
		this.#target = { host, port: Number(port || 6379) };
		this.#random = random;
	}

	/** Opens an entrance for one process, so that it is known whose connection is cut. @returns its address */
	async open(owner: string): Promise<string> {
		const server = createServer((client) => this.#pass(client, owner));
		this.#servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	/** Breaks one connection in the middle of whatever it is used for. @returns whose it was */
	cutOne(): string | undefined {
		if (this.#connections.size === 0) return undefined;
		const [client, owner] = this.#random.pick([...this.#connections]);
		client.destroy();
		return owner;
	}

	#pass(client: Socket, owner: string): void {
		const redis = connect(this.#target.port, this.#target.host);
		this.#connections.set(client, owner);
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
		await Promise.all(this.#servers.map((server) => new Promise((resolve) => server.close(resolve))));
	}
}
