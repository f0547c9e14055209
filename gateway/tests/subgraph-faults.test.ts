import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

const timeoutMs = 300;
const query = '{ product(id: "p1") { name similar { name } ad { text } } }';

interface Page {
	ms: number;
	status: number;
	product: { name: string; similar: unknown; ad: unknown } | null;
	codes: unknown[];
}

let shop: TestShop;
let load: { pages: Page[]; stop(): Promise<void> };
beforeEach(async () => {
	shop = await startTestShop({ subgraphTimeoutMs: timeoutMs });
	load = startLoad(8);
});
afterEach(async () => {
	shop.subgraphs.hanging.clear();
	await load.stop();
	await shop?.[Symbol.asyncDispose]();
});

/** Clients who ask for the page again and again. */
function startLoad(clients: number) {
	const pages: Page[] = [];
	let isRunning = true;
	const running = Array.from({ length: clients }, async () => {
		while (isRunning) {
			const before = performance.now();
			const { status, data, errors } = await shop.ask(query);
			const codes = [...new Set(errors.map(({ extensions }) => extensions?.code))];
			pages.push({ ms: performance.now() - before, status, product: data?.product ?? null, codes });
			await sleep(5);
		}
	});
	return {
		pages,
		async stop() {
			isRunning = false;
			await Promise.all(running);
		},
	};
}

/** The pages of so long from now on. */
async function during(ms: number): Promise<Page[]> {
	const from = load.pages.length;
	await sleep(ms);
	return load.pages.slice(from);
}

const isWhole = ({ product, codes }: Page) => Boolean(product?.similar && product.ad) && codes.length === 0;

function expectPagesWithout(part: 'ad' | 'similar', pages: Page[]): void {
	expect(pages.length).toBeGreaterThan(20);
	for (const { status, product, codes } of pages) {
		expect(status).toBe(200);
		expect(product?.name).toBe('Product p1');
		if (product?.[part] === null) expect(codes).toEqual(['SERVICE_UNAVAILABLE']);
	}
	expect(pages.at(-1)?.product?.[part]).toBeNull();
}

async function untilWhole(): Promise<void> {
	await eventually(() => expect(load.pages.slice(-10).every(isWhole)).toBe(true), 10_000);
}

describe('a subgraph under load', () => {
	it('that is killed costs its own fields, and comes back', async () => {
		expect((await during(500)).every(isWhole)).toBe(true);
		await shop.subgraphs.stopOne('ads');
		const pages = await during(1_500);
		expectPagesWithout('ad', pages);
		expect(pages.slice(-20).every(({ ms }) => ms < 250)).toBe(true);
		await shop.subgraphs.startOne('ads');
		await untilWhole();
	});

	it('that hangs costs its own fields, and after a few requests no time', async () => {
		await during(500);
		shop.subgraphs.hanging.add('recommendations');
		expectPagesWithout('similar', await during(2_000));
		const later = await during(1_000);
		expectPagesWithout('similar', later);
		// But for the one that finds out whether it is back.
		expect(later.filter(({ ms }) => ms > timeoutMs).length).toBeLessThan(8);
		shop.subgraphs.hanging.clear();
		await untilWhole();
	});

	it('that owns the root field leaves it null while it is away, and no request without an answer', async () => {
		await during(300);
		await shop.subgraphs.stopOne('products');
		const pages = await during(1_000);
		expect(pages.at(-1)).toMatchObject({ status: 200, product: null, codes: ['SERVICE_UNAVAILABLE'] });
		await shop.subgraphs.startOne('products');
		await untilWhole();
	});

	it('that restarts at once is missed by few', async () => {
		await during(300);
		await shop.subgraphs.stopOne('recommendations');
		await shop.subgraphs.startOne('recommendations');
		await untilWhole();
		expect(load.pages.every(({ status, product }) => status === 200 && product !== null)).toBe(true);
	});

	it('that is away is told by the circuit in the metrics', async () => {
		await shop.subgraphs.stopOne('ads');
		await during(1_000);
		const metrics = await (await fetch(`${shop.gateway.metricsUrl}/metrics`)).text();
		expect(metrics).toMatch(
			/gateway_subgraph_duration_seconds_count\{subgraph="ads",result="failed"\} [1-9]/,
		);
		expect(metrics).toMatch(
			/gateway_subgraph_duration_seconds_count\{subgraph="ads",result="refused"\} [1-9]/,
		);
	});
});
