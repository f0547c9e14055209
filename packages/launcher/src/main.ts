import path from 'node:path';
import { makeFolder } from '@infinite-blob/config/make-folder';
import { projectRoot } from '@infinite-blob/config/project-root';
import { noteRunningShop } from '@infinite-blob/config/running-shop';
import { secretNames } from '@infinite-blob/config/secrets';
import { host as hostSetting, logging, redisUrl, secret } from '@infinite-blob/config/setting';
import { dataFolder, readSettings } from '@infinite-blob/config/settings';
import { connectRedis, disconnect } from '@infinite-blob/redis/connect';
import { connectDocuments } from '@infinite-blob/redis/documents';
import colors from 'picocolors';
import { addressTable } from './address-table.ts';
import { build, bundles, isStale } from './build.ts';
import { choosePorts } from './choose-ports.ts';
import { serviceEnvironment } from './environment.ts';
import { embeddedRedis, furtherPorts, mailCatcher, type ServiceDefinition, services } from './services.ts';
import { Shop } from './shop.ts';
import { step } from './step.ts';
import { StartFailed } from './supervised-process.ts';

// What is needed by all processes: modules compiled once are loaded from here the next time.
const compileCache = path.join(projectRoot, 'node_modules', '.cache', 'compile');

let shop: Shop | undefined;
let note: Disposable | undefined;
let isStopping = false;

/** Starts the whole shop on this machine; whatever is not configured is embedded. */
async function open(): Promise<void> {
	const { HOST: host } = readSettings({
		HOST: hostSetting,
		REDIS_URL: redisUrl,
		...logging,
		// What several services need is told at once, here, instead of by each of them.
		...Object.fromEntries(secretNames.map((name) => [name, secret])),
	});
	const embedded = { redis: !process.env.REDIS_URL, mail: !process.env.SMTP_URL };
	const standIns: ServiceDefinition[] = embedded.mail ? [mailCatcher] : [];
	const all = [...(embedded.redis ? [embeddedRedis] : []), ...standIns, ...services];
	const wanted = [...all.map(({ port }) => port), ...furtherPorts];
	const chosen = await choosePorts(wanted, process.env, host);
	const dataDir = dataFolder(process.env.DATA_DIR);
	makeFolder(dataDir);

	for (const bundle of bundles) {
		if (isStale(bundle, projectRoot)) await step(bundle.title, () => build(bundle, projectRoot));
	}
	if (process.env.REDIS_URL) await checkRedis(process.env.REDIS_URL);
	if (isStopping) return;

	const environment = serviceEnvironment({ NODE_COMPILE_CACHE: compileCache, ...process.env }, chosen, host);
	shop = new Shop({ root: projectRoot, host, environment, onDeath: tellDeath });
	if (embedded.redis) await shop.start([embeddedRedis]);
	if (environment.REDIS_URL) note = noteRunningShop(dataDir, environment.REDIS_URL);
	await step('Opening the shop', () => shop?.start([...standIns, ...services]) ?? Promise.resolve());
	if (!isStopping) console.log(addressTable({ environment, moved: chosen.moved, embedded, dataDir }));
}

/** Tells of a Redis that cannot be used in one line, instead of one for each service. */
async function checkRedis(url: string): Promise<void> {
	disconnect(await connectRedis(url, 'launcher', 3_000));
	await using _ = await connectDocuments(url, 'launcher');
}

async function close(code: number): Promise<void> {
	if (isStopping) return;
	isStopping = true;
	if (process.stdout.isTTY) console.log('Stopping …');
	await shop?.stop();
	note?.[Symbol.dispose]();
	process.exit(code);
}

function tellDeath(name: string, how: string, pauseMs: number): void {
	console.error(colors.yellow(`${name} ended by itself (${how}); starting it again in ${pauseMs} ms.`));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0));
// Whoever started us is gone, however it went: so must we be.
process.on('disconnect', () => void close(0));

try {
	await open();
} catch (error) {
	if (!isStopping) {
		if (!(error instanceof StartFailed && error.isExplained))
			console.error(colors.red((error as Error).message));
		await close(1);
	}
}
