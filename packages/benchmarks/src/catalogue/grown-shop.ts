import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@infinite-blob/config/project-root';
import { secretNames } from '@infinite-blob/config/secrets';
import { processesOf } from '@infinite-blob/e2e/processes';
import { startShop } from '@infinite-blob/e2e/start-shop';
import { type Contestant, Contestants } from '../gateway/contestants.ts';
import { calm } from '../orders/bench-shop.ts';
import { type Reading, readProcess } from '../process-reading.ts';
import { seed } from './queries.ts';

const run = promisify(execFile);
const mostOrders = 50_000;
const ordersPerProduct = 5;

/** A shop of so many artworks, as `npm run seed` makes it and `npm start` opens it. */
export interface GrownShop extends AsyncDisposable {
	size: number;
	/** By how it keeps answers. */
	gateways: { cold: Contestant; warm: Contestant };
	/** What all processes of the shop have used so far. */
	read(): Reading;
}

/** Prints how long the growing took. */
export async function growShop(size: number): Promise<GrownShop> {
	await using opened = new AsyncDisposableStack();
	const dataDir = mkdtempSync(path.join(tmpdir(), 'ib-grown-'));
	opened.defer(() => rmSync(dataDir, { recursive: true, force: true }));
	const orders = Math.min(mostOrders, size * ordersPerProduct);
	console.log(`${size}: ${await grow(dataDir, size, orders)}`);
	const shop = opened.use(await startShop({ dataDir, keepData: true, settings: hardened(dataDir) }));
	const contestants = new Contestants(shop);
	const gateways = {
		cold: opened.use(await contestants.full(`${size}, no cache`, { ENTITY_CACHE: '0' })),
		warm: opened.use(await contestants.full(`${size}, warm cache`)),
	};
	await calm(shop);
	const running = opened.move();
	return {
		size,
		gateways,
		read: () => readAll(dataDir),
		[Symbol.asyncDispose]: () => running.disposeAsync(),
	};
}

/** The settings of production, where no secret is made up; they are kept where the shop keeps its own. */
function hardened(dataDir: string): Record<string, string> {
	const secrets = Object.fromEntries(
		secretNames.map((name) => [name, randomBytes(32).toString('base64url')]),
	);
	writeFileSync(path.join(dataDir, 'secrets.json'), JSON.stringify(secrets));
	return { NODE_ENV: 'production', ...secrets };
}

/** @returns what the command says of itself in the end */
async function grow(dataDir: string, size: number, orders: number): Promise<string> {
	const entry = path.join(projectRoot, 'packages/launcher/src/seed/main.ts');
	const args = ['--products', size, '--orders', orders, '--seed', seed].map(String);
	// biome-ignore lint/style/noProcessEnv: what it starts runs in the environment that it was started in
	const env = { ...process.env, DATA_DIR: dataDir };
	const { stdout } = await run(process.execPath, [entry, ...args], { env, maxBuffer: 2 ** 26 });
	return stdout.trim();
}

function readAll(dataDir: string): Reading {
	const readings = processesOf(dataDir).map(({ pid }) => readProcess(pid));
	return {
		cpuMs: readings.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
		residentMb: readings.reduce((sum, { residentMb }) => sum + residentMb, 0),
	};
}
