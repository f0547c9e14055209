import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A process that dies without warning and may be started again. */
export class Killable implements AsyncDisposable {
	readonly #main: string;
	readonly #env: Record<string, string>;
	#child: ChildProcess | undefined;

	/** @param main from the root of the project */
	constructor(main: string, env: Record<string, string>) {
		this.#main = fileURLToPath(new URL(`../../../${main}`, import.meta.url));
		this.#env = env;
	}

	/** Starts it. @returns the first thing that it says */
	async start(): Promise<string> {
		const env = { ...process.env, HOST: '127.0.0.1', ...this.#env };
		this.#child = spawn(process.execPath, [this.#main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
		const [text] = (await once(this.#child.stdout!, 'data')) as [Buffer];
		this.#child.stdout!.resume();
		return text.toString();
	}

	async kill(): Promise<void> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	}

	[Symbol.asyncDispose](): Promise<void> {
		return this.kill();
	}
}

/** The payment worker as a process. */
export function workerProcess(redisUrl: string, replica: string): Killable {
	return new Killable('workers/payment/src/main.ts', {
		REDIS_URL: redisUrl,
		PAYMENT_PORT: '0',
		REPLICA: replica,
		LOG_LEVEL: 'info',
		LOG_FORMAT: 'json',
	});
}

/** An embedded Redis as a process, which comes back at the same address with what it had. */
export class RedisProcess implements AsyncDisposable {
	readonly #dir = mkdtempSync(path.join(tmpdir(), 'payment-redis-'));
	#process: Killable | undefined;
	url = '';

	async start(): Promise<void> {
		const port = this.url === '' ? '0' : new URL(this.url).port;
		this.#process = new Killable('packages/redis-embedded/src/main.ts', {
			REDIS_EMBEDDED_PORT: port,
			DATA_DIR: this.#dir,
		});
		this.url = /redis:\/\/[\w.:]+/.exec(await this.#process.start())![0];
	}

	async kill(): Promise<void> {
		await this.#process?.kill();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.kill();
		rmSync(this.#dir, { recursive: true, force: true });
	}
}
