import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KillableProcess } from './killable-process.ts';

/** An embedded Redis as a process, which comes back at the same address with what it had. */
export class KillableRedis implements AsyncDisposable {
	readonly #process: KillableProcess;
	readonly #folder: string;
	#port = '0';

	private constructor(folder: string) {
		this.#folder = folder;
		const main = new URL(import.meta.resolve('@infinite-blob/redis-embedded/main'));
		this.#process = new KillableProcess(main, { DATA_DIR: folder });
	}

	static async start(): Promise<KillableRedis> {
		const redis = new KillableRedis(await mkdtemp(path.join(tmpdir(), 'killable-redis-')));
		await redis.start();
		return redis;
	}

	get url(): string {
		return `redis://127.0.0.1:${this.#port}`;
	}

	/** Starts it again after a kill. */
	async start(): Promise<void> {
		this.#process.start({ REDIS_EMBEDDED_PORT: this.#port });
		const [, port] = await this.#process.says(/redis:\/\/[\d.]+:(\d+)/);
		this.#port = port!;
	}

	kill(): Promise<void> {
		return this.#process.kill();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.kill();
		await rm(this.#folder, { recursive: true });
	}
}
