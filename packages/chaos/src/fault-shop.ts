import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { choosePorts } from '@infinite-blob/launcher/choose-ports';
import { serviceEnvironment } from '@infinite-blob/launcher/environment';
import { SupervisedProcess } from '@infinite-blob/launcher/supervised-process';
import { waitForHealth, waitForPort } from '@infinite-blob/launcher/wait-until-ready';
import { connectRedis, disconnect, type Redis } from '@infinite-blob/redis/connect';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { readEnvironment } from './config.ts';
import { DataFolder } from './data-folder.ts';
import { RedisProxy } from './faults/redis-proxy.ts';
import { SmtpProxy } from './faults/smtp-proxy.ts';
import { mail, type Part, partsOf, redis as redisPart, settingsOf } from './parts.ts';
import type { Random } from './random.ts';

export interface FaultShopOptions {
	/** How many processes each worker has. */
	replicas: number;
	random: Random;
	/** Further settings for every process. */
	environment?: Record<string, string>;
	/** Leaves the data folder, with the logs, where it is. */
	keep?: boolean;
}

/** A process that ended without being killed by the suite. */
export interface Death {
	name: string;
	how: string;
	/** The last line of its log. */
	lastWords: string;
	/** Epoch milliseconds. */
	at: number;
}

const host = '127.0.0.1';
const startTimeoutMs = 120_000;
const readyTimeoutMs = 60_000;
// Below the range from which the system lends ports to outgoing connections: a killed service finds its port again.
const lowestPort = 15_000;

/** The shop as `npm start` runs it, without pages but with replicas, its Redis and its mail server behind proxies. */
export class FaultShop implements AsyncDisposable {
	readonly folder: DataFolder;
	readonly smtp: SmtpProxy[] = [];
	readonly deaths: Death[] = [];
	readonly #processes = new Map<string, SupervisedProcess>();
	readonly #killed = new Set<number>();
	readonly #parts: Part[];
	readonly #options: FaultShopOptions;
	#ports: Record<string, number> = {};
	#stack = new AsyncDisposableStack();
	#redis: Redis | undefined;
	#proxy: RedisProxy | undefined;

	private constructor(options: FaultShopOptions) {
		this.#options = options;
		this.#parts = partsOf(options.replicas);
		this.folder = this.#stack.use(new DataFolder(options.keep ?? false));
	}

	/** @throws when a part does not start */
	static async open(options: FaultShopOptions): Promise<FaultShop> {
		const shop = new FaultShop(options);
		try {
			await shop.#open();
			return shop;
		} catch (error) {
			await shop[Symbol.asyncDispose]();
			throw error;
		}
	}

	get gatewayUrl(): string {
		return `http://${host}:${this.#ports.GATEWAY_PORT}`;
	}

	get mailUrl(): string {
		return `http://${host}:${this.#ports.MAIL_UI_PORT}`;
	}

	/** The Redis itself, past the proxy. */
	get redis(): Redis {
		if (!this.#redis) throw new Error('the shop is not open');
		return this.#redis;
	}

	get redisProxy(): RedisProxy {
		if (!this.#proxy) throw new Error('the shop is not open');
		return this.#proxy;
	}

	/** The processes that may be killed: all but the customers' mailbox. */
	get victims(): string[] {
		return [...this.#processes.keys()].filter((name) => name !== mail.name);
	}

	/** Sends a signal to a process, unless it is down. @returns its process id */
	signal(name: string, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT', onlyPid?: number): number | undefined {
		const pid = this.#processes.get(name)?.pid;
		if (pid === undefined || (onlyPid !== undefined && pid !== onlyPid)) return undefined;
		try {
			process.kill(pid, signal);
		} catch {
			return undefined;
		}
		if (signal === 'SIGKILL') {
			this.#killed.add(pid);
			this.smtp.find(({ sender }) => sender === name)?.hangUp();
		}
		return pid;
	}

	/** Waits until every process is up and ready. @throws naming those that are not, after a minute */
	async ready(): Promise<void> {
		const waiting = AbortSignal.timeout(readyTimeoutMs);
		const missing = new Set(this.#parts);
		await Promise.all(
			this.#parts.map(async (part) => {
				await this.#readiness(part, waiting);
				if (!waiting.aborted) missing.delete(part);
			}),
		);
		const names = [...missing].map(({ name }) => name);
		if (names.length > 0) throw new Error(`not ready in time: ${names.join(', ')}`);
	}

	async #open(): Promise<void> {
		const base = lowestPort + Math.floor(Math.random() * 10_000);
		const wanted = settingsOf(this.#parts).map((setting, index) => [setting, base + index] as const);
		const chosen = await choosePorts(wanted, {}, host);
		this.#ports = chosen.ports;
		// Another Redis than the shop's own is not ours to kill.
		const given = readEnvironment().REDIS_URL ? this.#stack.use(await startTestRedis()) : undefined;
		const redisUrl = given?.url ?? `redis://${host}:${this.#ports.REDIS_EMBEDDED_PORT}`;
		this.#proxy = this.#stack.use(new RedisProxy(redisUrl, this.#options.random));
		const environment = serviceEnvironment(
			{
				...readEnvironment(),
				NODE_COMPILE_CACHE: path.join(projectRoot, 'node_modules', '.cache', 'compile'),
				NODE_ENV: 'development',
				DATA_DIR: this.folder.path,
				FILES_DIR: this.folder.files,
				LOG_FORMAT: 'json',
				LOG_LEVEL: 'warn',
				PLAYGROUND: '0',
				...this.#options.environment,
			},
			chosen,
			host,
		);
		if (!given) await this.#start([redisPart], environment);
		this.#redis = this.#stack.adopt(await connectRedis(redisUrl, 'auditor'), disconnect);
		await this.#start(this.#parts, environment);
	}

	async #start(parts: Part[], environment: Record<string, string | undefined>): Promise<void> {
		const waiting = AbortSignal.timeout(startTimeoutMs);
		await Promise.all(
			parts.map(async (part) => {
				const own = { ...environment, ...(await this.#settingsOf(part)) };
				const process = this.#supervise(part, own);
				await Promise.race([this.#readiness(part, waiting), process.failed]);
				process.markUp();
			}),
		);
		if (waiting.aborted) throw new Error('the shop did not open in time');
	}

	async #settingsOf(part: Part): Promise<Record<string, string>> {
		const settings = {
			REPLICA: String(part.replica),
			REDIS_URL: await this.redisProxy.open(part.name),
			[part.portSetting]: String(this.#ports[part.port]),
		};
		if (part.service !== 'email') return settings;
		const smtp = this.#stack.use(await SmtpProxy.start(part.name, this.#ports.MAIL_SMTP_PORT!));
		this.smtp.push(smtp);
		return { ...settings, SMTP_URL: smtp.url };
	}

	#supervise(part: Part, environment: Record<string, string | undefined>): SupervisedProcess {
		const output = openSync(this.folder.logOf(part.name), 'a');
		this.#stack.defer(() => closeSync(output));
		const supervised = new SupervisedProcess({
			name: part.name,
			entry: path.join(projectRoot, part.entry),
			environment,
			output,
			longestPauseMs: 250,
			onDeath: (name, how) => {
				const { pid } = supervised;
				if (pid !== undefined && this.#killed.has(pid)) return;
				this.deaths.push({ name, how, lastWords: this.folder.lastWordsOf(name), at: Date.now() });
			},
		});
		this.#processes.set(part.name, supervised);
		return supervised;
	}

	#readiness(part: Part, signal: AbortSignal): Promise<void> {
		const port = this.#ports[part.port]!;
		return part.health
			? waitForHealth(`http://${host}:${port}${part.health}`, signal)
			: waitForPort(port, host, signal);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		const redis = this.#processes.get(redisPart.name);
		for (const name of this.#processes.keys()) this.signal(name, 'SIGCONT');
		const others = [...this.#processes.values()].filter((process) => process !== redis);
		await Promise.all(others.map((process) => process.stop()));
		await redis?.stop();
		await this.#stack.disposeAsync();
	}
}
