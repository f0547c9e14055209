import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis } from '@infinite-blob/testing/test-redis';
import { freePorts } from './free-ports.ts';
import { processesOf } from './processes.ts';
import { leavePreviews, takePreviews } from './shared-previews.ts';

const startTimeoutMs = 150_000;

/** The whole shop, started the way a newcomer does: `npm start`, on free ports and a data folder of its own. */
export interface RunningShop extends AsyncDisposable {
	/** By the setting's name. */
	ports: Record<string, number>;
	gatewayUrl: string;
	storefrontUrl: string;
	mailUrl: string;
	/** The embedded Redis, or the one named by REDIS_URL. */
	redisUrl: string;
	adminToken: string;
	dataDir: string;
	/** Everything it printed so far. */
	output(): string;
	/** Milliseconds from the command to the table of addresses. */
	startedInMs: number;
	/** Sends npm this signal, as a user would: SIGINT to its whole group, as a terminal does. */
	stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<void>;
}

/**
 * @param options.dataDir a folder of an earlier run, to go on with its data
 * @param options.settings beside those that every shop of the tests has
 */
export async function startShop(
	options: { dataDir?: string; keepData?: boolean; settings?: Record<string, string> } = {},
): Promise<RunningShop> {
	// A shop of a new data folder starts from nothing, on a Redis of its own or on the one named by REDIS_URL.
	if (process.env.REDIS_URL && !options.dataDir) await startTestRedis();
	const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'ib-shop-'));
	if (!options.dataDir) takePreviews(dataDir);
	const { ports } = await freePorts();
	const began = performance.now();
	const shop = spawn('npm', ['start'], {
		cwd: projectRoot,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		env: {
			...process.env,
			...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
			DATA_DIR: dataDir,
			NO_COLOR: '1',
			NODE_ENV: 'development',
			...options.settings,
		},
	});
	let output = '';
	for (const stream of [shop.stdout, shop.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output += text;
		});
	}
	const ended = new Promise<void>((resolve) => shop.once('exit', () => resolve()));
	await waitForTable(shop, () => output);
	const startedInMs = performance.now() - began;
	const { ADMIN_TOKEN } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));

	async function stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<void> {
		if (shop.exitCode === null && shop.signalCode === null) {
			process.kill(signal === 'SIGINT' ? -shop.pid! : shop.pid!, signal);
		}
		await ended;
	}

	return {
		ports,
		gatewayUrl: `http://localhost:${ports.GATEWAY_PORT}`,
		storefrontUrl: `http://localhost:${ports.STOREFRONT_PORT}`,
		mailUrl: `http://localhost:${ports.MAIL_UI_PORT}`,
		redisUrl: process.env.REDIS_URL ?? `redis://127.0.0.1:${ports.REDIS_EMBEDDED_PORT}`,
		adminToken: ADMIN_TOKEN,
		dataDir,
		output: () => output,
		startedInMs,
		stop,
		async [Symbol.asyncDispose]() {
			await stop('SIGTERM');
			await eventually(() => {
				if (processesOf(dataDir).length > 0) throw new Error('the shop did not end');
			}, 10_000);
			if (options.keepData) return;
			leavePreviews(dataDir);
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

function waitForTable(shop: ChildProcess, output: () => string): Promise<void> {
	return new Promise((resolve, reject) => {
		const fail = (why: string) => {
			clearInterval(timer);
			shop.kill('SIGTERM');
			reject(new Error(`the shop ${why}:\n${output()}`));
		};
		const deadline = Date.now() + startTimeoutMs;
		const timer = setInterval(() => {
			if (output().includes('Ctrl-C stops everything')) {
				clearInterval(timer);
				resolve();
			} else if (Date.now() > deadline) fail('did not open in time');
			else if (shop.exitCode !== null) fail(`ended with exit code ${shop.exitCode}`);
		}, 50);
	});
}
