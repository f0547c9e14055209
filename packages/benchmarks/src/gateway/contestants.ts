import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '@infinite-blob/config/project-root';
import type { RunningShop } from '@infinite-blob/e2e/start-shop';
import { nodeFlags } from '@infinite-blob/launcher/supervised-process';
import { contextHeader, signContext } from '@infinite-blob/session/request-context';
import { createSessionToken } from '@infinite-blob/session/session-token';
import { hiveCommand } from './hive.ts';
import { oneOf } from './queries.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const gatewayFile = (file: string) => path.join(projectRoot, 'gateway', 'src', file);

/** A gateway to be measured. */
export interface Contestant extends AsyncDisposable {
	name: string;
	url: string;
	pid: number;
	/** The headers of a request. */
	headers(): Record<string, string>;
}

export interface Secrets {
	SESSION_SECRET: string;
	SERVICE_SECRET: string;
	LINK_SECRET: string;
	ADMIN_TOKEN: string;
}

export function secretsOf({ dataDir }: RunningShop): Secrets {
	return JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
}

/** The supergraph with the addresses that the shop's subgraphs have now. */
function writeSupergraph({ ports, dataDir }: RunningShop): string {
	let sdl = readFileSync(path.join(projectRoot, 'gateway', 'supergraph.graphql'), 'utf8');
	const subgraphs = ['PRODUCTS', 'CART', 'ORDERS', 'ADS', 'RECOMMENDATIONS'];
	for (const [place, name] of subgraphs.entries())
		sdl = sdl.replace(`127.0.0.1:${4001 + place}/`, `127.0.0.1:${ports[`${name}_PORT`]}/`);
	const file = path.join(dataDir, 'supergraph.graphql');
	writeFileSync(file, sdl);
	return file;
}

const signEveryMs = 20_000;

/** The header that the subgraphs ask for, for gateways that hand on what they get. */
function signedHeaders({ SERVICE_SECRET }: Secrets): () => Record<string, string> {
	let signed = '';
	let signedAt = Number.NEGATIVE_INFINITY;
	return () => {
		const now = Date.now();
		if (now - signedAt > signEveryMs) {
			const context = { viewer: { kind: 'anonymous' }, address: '127.0.0.1', requestId: 'bench' } as const;
			signed = signContext(context, SERVICE_SECRET, now);
			signedAt = now;
		}
		return { [contextHeader]: signed };
	};
}

/** Enough that none of them comes to the limit of its rate, however fast the answers are. */
const sessions = 1_000;

/** Sessions of shoppers, each at an address of its own, as they come through a proxy. */
async function shoppersHeaders({ SESSION_SECRET }: Secrets): Promise<() => Record<string, string>> {
	const shoppers = await Promise.all(
		Array.from({ length: sessions }, async (_, index) => {
			const { token } = await createSessionToken(SESSION_SECRET, Date.now());
			return { authorization: `Bearer ${token}`, 'x-forwarded-for': `10.0.${index >> 8}.${index & 255}` };
		}),
	);
	return () => oneOf(shoppers);
}

export class Contestants {
	readonly #shop: RunningShop;
	readonly #secrets: Secrets;
	readonly #supergraph: string;
	#nextPort: number;

	constructor(shop: RunningShop) {
		this.#shop = shop;
		this.#secrets = secretsOf(shop);
		this.#supergraph = writeSupergraph(shop);
		this.#nextPort = 20_000 + Math.floor(Math.random() * 10_000);
	}

	stock(): Promise<Contestant> {
		const port = this.#nextPort++;
		const command = [here('stock-gateway.ts'), `${port}`, this.#supergraph];
		return start('stock', port, command, { APOLLO_TELEMETRY_DISABLED: '1' }, signedHeaders(this.#secrets));
	}

	hive(home: string): Promise<Contestant> {
		const port = this.#nextPort++;
		return start(
			'hive',
			port,
			hiveCommand(home, this.#supergraph, port),
			{ LOG_LEVEL: 'error' },
			signedHeaders(this.#secrets),
		);
	}

	bare(): Promise<Contestant> {
		const port = this.#nextPort++;
		const options = ['--supergraph', this.#supergraph, '--port', `${port}`, '--forward', contextHeader];
		const settings = { LOG_LEVEL: 'info' };
		return start('bare', port, [gatewayFile('bare.ts'), ...options], settings, signedHeaders(this.#secrets));
	}

	/** The shop's gateway with every default of production, and an access log. */
	async full(name: string, settings: Record<string, string> = {}): Promise<Contestant> {
		const port = this.#nextPort++;
		const { ports, redisUrl, dataDir } = this.#shop;
		const url = (setting: string) => `http://127.0.0.1:${ports[setting]}`;
		const environment = {
			...this.#secrets,
			DATA_DIR: dataDir,
			REDIS_URL: redisUrl,
			GATEWAY_PORT: `${port}`,
			GATEWAY_METRICS_PORT: '0',
			PRODUCTS_URL: url('PRODUCTS_PORT'),
			CART_URL: url('CART_PORT'),
			ORDERS_URL: url('ORDERS_PORT'),
			ADS_URL: url('ADS_PORT'),
			RECOMMENDATIONS_URL: url('RECOMMENDATIONS_PORT'),
			TRUST_PROXY: '1',
			LOG_LEVEL: 'info',
			...settings,
		};
		const headers = await shoppersHeaders(this.#secrets);
		return start(name, port, [...nodeFlags, gatewayFile('main.ts')], environment, headers);
	}

	limit(answers: readonly string[]): Promise<Contestant> {
		const port = this.#nextPort++;
		const file = path.join(this.#shop.dataDir, `answers-${port}.json`);
		writeFileSync(file, JSON.stringify(answers));
		return start('limit', port, [here('limit-server.ts'), `${port}`, file], {}, () => ({}));
	}
}

const patienceMs = 30_000;

async function start(
	name: string,
	port: number,
	command: string[],
	settings: Record<string, string>,
	headers: Contestant['headers'],
): Promise<Contestant> {
	const silence = openSync('/dev/null', 'w');
	const child = spawn(process.execPath, command, {
		// biome-ignore lint/style/noProcessEnv: what it starts runs in the environment that it was started in
		env: { ...process.env, NODE_ENV: 'production', ...settings },
		stdio: ['ignore', silence, 'inherit'],
	});
	const url = `http://127.0.0.1:${port}`;
	await waitUntilServing(name, url, child);
	return {
		name,
		url,
		pid: child.pid!,
		headers,
		async [Symbol.asyncDispose]() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			const timer = setTimeout(() => child.kill('SIGKILL'), 6_000);
			await ended;
			clearTimeout(timer);
		},
	};
}

async function waitUntilServing(name: string, url: string, child: ChildProcess): Promise<void> {
	const deadline = performance.now() + patienceMs;
	const body = JSON.stringify({ query: '{ __typename }' });
	while (performance.now() < deadline) {
		if (child.exitCode !== null) throw new Error(`${name} ended with exit code ${child.exitCode}`);
		try {
			const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
			const response = await fetch(`${url}/graphql`, init);
			await response.body?.cancel();
			if (response.ok) return;
		} catch {
			// Not listening yet.
		}
		await sleep(100);
	}
	child.kill('SIGKILL');
	throw new Error(`${name} does not serve anything at ${url}`);
}
