// `npm run check:dev`: opens the shop with `turbo dev`, edits a resolver and a page, and measures until each is live.
// The files are restored whatever happens. Exit code 1 when something took too long or was left running.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '@infinite-blob/config/project-root';
import { isListening } from '@infinite-blob/launcher/wait-until-ready';
import { type DevShop, startDevShop } from './dev-shop.ts';
import { EditedFile } from './edited-file.ts';

const openWithinMs = 120_000;
const liveWithinMs = 3_000;

const problems: string[] = [];
const resolver = new EditedFile(
	path.join(projectRoot, 'subgraphs/ads/src/resolvers/ad.ts'),
	'clickPath(id)}',
	'clickPath(id)}?edited',
);
const page = new EditedFile(
	path.join(projectRoot, 'storefront/src/routes/privacy/+page.svelte'),
	'>Privacy</h1>',
	'>Privacy, edited</h1>',
);

const shop = await startDevShop();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(1));
try {
	const showsAd = async () => /"clickUrl":"http/.test(await clickUrl(shop));
	const showsPage = async () => (await privacyPage(shop)).includes('>Privacy</h1>');
	const opened = await until(async () => (await showsAd()) && (await showsPage()), openWithinMs);
	if (opened === undefined) throw new Error(`The shop did not open:\n${shop.output()}`);
	console.log(`turbo dev: open after ${seconds(opened)}`);
	await measure('an edited resolver', resolver, async () => (await clickUrl(shop)).includes('?edited'));
	await measure('an edited page', page, async () => (await privacyPage(shop)).includes('Privacy, edited'));
} catch (error) {
	problems.push((error as Error).message);
}
await end(0);

async function measure(what: string, file: EditedFile, isLive: () => Promise<boolean>): Promise<void> {
	using edited = file;
	edited.write();
	const took = await until(isLive, 4 * liveWithinMs);
	console.log(`${what}: ${took === undefined ? 'never live' : `live after ${seconds(took)}`}`);
	if (took === undefined || took > liveWithinMs) problems.push(`${what} was not live within 3 s`);
}

async function end(code: number): Promise<never> {
	resolver[Symbol.dispose]();
	page[Symbol.dispose]();
	const began = performance.now();
	const left = await shop.interrupt();
	const open = await Promise.all(
		shop.ports.map(async (port) => ((await isListening(port, '127.0.0.1')) ? [port] : [])),
	);
	if (left.length === 0) console.log(`Ctrl-C: everything ended after ${seconds(performance.now() - began)}`);
	else problems.push(`left running: ${left.map(({ pid, command }) => `${pid} ${command}`).join(', ')}`);
	if (open.flat().length > 0) problems.push(`ports still open: ${open.flat().join(', ')}`);
	shop.remove();
	for (const problem of problems) console.error(problem);
	process.exit(problems.length > 0 ? 1 : code);
}

async function clickUrl({ gatewayUrl }: DevShop): Promise<string> {
	const response = await fetch(`${gatewayUrl}/graphql`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ query: '{ ads(contextKeys: ["vase"]) { clickUrl } }' }),
		signal: AbortSignal.timeout(liveWithinMs),
	});
	return response.text();
}

async function privacyPage({ storefrontUrl }: DevShop): Promise<string> {
	const response = await fetch(`${storefrontUrl}/privacy`, { signal: AbortSignal.timeout(30_000) });
	return response.text();
}

/** Milliseconds until it holds; undefined when it does not in time. */
async function until(holds: () => Promise<boolean>, timeoutMs: number): Promise<number | undefined> {
	const began = performance.now();
	while (performance.now() - began < timeoutMs) {
		if (await holds().catch(() => false)) return performance.now() - began;
		await sleep(50);
	}
	return undefined;
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(2)} s`;
}
