// `npm run bench:storefront`: what the pages cost the server and the visitor, in a shop started as `npm start` starts it,
// everything on this machine, load and browser included.
import { availableParallelism, loadavg } from 'node:os';
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import { launchChromium } from '@infinite-blob/e2e/chromium';
import { startShop } from '@infinite-blob/e2e/start-shop';
import { catalogueQuery } from '../gateway/queries.ts';
import { table } from '../gateway/result.ts';
import { calm } from '../orders/bench-shop.ts';
import { percentile } from '../percentile.ts';
import { addToCartDelays } from './interaction.ts';
import { auditPages } from './lighthouse.ts';
import { help, type Options, type PartName, readOptions } from './options.ts';
import { measureRendering } from './rendering.ts';
import { scriptKilobytes } from './scripts.ts';

function standing(what: string, value: number, goal: number, unit: string): void {
	console.log(`  ${value < goal ? '✓' : '✗'} ${what}: ${value.toFixed(1)} ${unit} (goal below ${goal})`);
}

function atLeast(what: string, value: number, goal: number): void {
	console.log(`  ${value >= goal ? '✓' : '✗'} ${what}: ${value} (goal at least ${goal})`);
}

async function run(options: Options): Promise<void> {
	const load = loadavg()[0]!.toFixed(1);
	console.log(`${availableParallelism()} cores, load average ${load} before, Node ${process.version}`);
	await using shop = await startShop({ settings: { TRUST_PROXY: '1' } });
	console.log('The shop makes its pictures first: some four minutes.');
	await calm(shop);
	const { data } = await new ApiConsumer(shop.gatewayUrl).ask(catalogueQuery);
	const handles: string[] = data.products.nodes.map(({ handle }: { handle: string }) => handle);
	const pages = { home: '/', product: `/products/${handles[0]}` };

	const parts: Record<PartName, () => Promise<void>> = {
		async scripts() {
			console.log('\nJavaScript before any interaction, first visit, gzip');
			await using browser = await launchChromium();
			for (const [name, path] of Object.entries(pages)) {
				const { files, kb } = await scriptKilobytes(browser, shop.storefrontUrl + path);
				standing(`${name}, ${files} files`, kb, 60, 'kB');
			}
		},
		async rendering() {
			const { connections, rounds, seconds } = options;
			console.log(
				`\nServer rendering, ${connections} connections, ${rounds} rounds of ${seconds} s for each page`,
			);
			const results = await measureRendering(shop, handles, options);
			for (const line of table(results)) console.log(`  ${line}`);
			for (const { name, p99 } of results) standing(`p99 of ${name}`, p99, 80, 'ms');
		},
		async lighthouse() {
			console.log('\nLighthouse, mobile');
			for (const { name, scores, largestPaintMs, blockingMs, layoutShift } of await auditPages(
				shop,
				handles[0]!,
			)) {
				const all = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
				console.log(
					`  ${name}: ${all.join(', ')}; blocking ${blockingMs.toFixed(0)} ms, CLS ${layoutShift.toFixed(3)}`,
				);
				standing('largest paint', largestPaintMs / 1_000, 2, 's');
				atLeast('performance', scores.performance ?? 0, 95);
			}
		},
		async interaction() {
			await using browser = await launchChromium();
			const delays = await addToCartDelays(browser, shop.storefrontUrl, handles);
			console.log(`\nAdd to cart, ${delays.length} times on a CPU four times slower, to the next paint`);
			console.log(`  p50 ${percentile(delays, 0.5)} ms, most ${Math.max(...delays)} ms`);
			standing('most', Math.max(...delays), 100, 'ms');
		},
	};
	for (const part of options.parts) await parts[part]();
}

await runWithOptions(readOptions, help, run);
