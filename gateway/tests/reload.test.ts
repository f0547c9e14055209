import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '@infinite-blob/testing/eventually';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestShop, supergraphFile, type TestShop } from './test-shop.ts';

const sdl = readFileSync(supergraphFile, 'utf8');
/** The same with one more field on products, which the canned subgraphs do not have. */
const grown = sdl.replace(
	/(\ntype Product\n(?: {2}@.*\n)+\{\n)/,
	'$1  "Where it comes from."\n  origin: String @join__field(graph: PRODUCTS)\n',
);
const hasOrigin = '{ __type(name: "Product") { fields { name } } }';

let shop: TestShop;
let file: string;
beforeEach(async () => {
	file = path.join(mkdtempSync(path.join(tmpdir(), 'supergraph-')), 'supergraph.graphql');
	writeFileSync(file, sdl);
	shop = await startTestShop({ supergraphFile: file });
});
afterEach(() => shop?.[Symbol.asyncDispose]());

/** As deployments do, so that no half of it is ever read. */
function put(text: string): void {
	writeFileSync(`${file}.new`, text);
	renameSync(`${file}.new`, file);
}

async function fieldsOfProduct(): Promise<string[]> {
	const { data } = await shop.ask(hasOrigin);
	return data.__type.fields.map(({ name }: { name: string }) => name);
}

describe('another supergraph', () => {
	it('is in force a moment after its file has changed', async () => {
		expect(await fieldsOfProduct()).not.toContain('origin');
		put(grown);
		await eventually(async () => expect(await fieldsOfProduct()).toContain('origin'));
	});

	it('is in force when a reload is asked for', async () => {
		put(grown);
		await shop.gateway.reload();
		expect(await fieldsOfProduct()).toContain('origin');
	});

	it('that is none is logged, and the one before it stays', async () => {
		for (const bad of ['', 'type Query {', 'type Query { a: Int }']) {
			put(bad);
			await shop.gateway.reload();
			expect(shop.log.at(-1)).toContain('the supergraph cannot be used');
			expect((await shop.ask('{ product(id: "p1") { name } }')).errors).toEqual([]);
		}
		put(grown);
		await shop.gateway.reload();
		expect(await fieldsOfProduct()).toContain('origin');
	});

	it('fails no request under load, over and over', async () => {
		let isLoading = true;
		let answered = 0;
		const failures: unknown[] = [];
		const query = '{ product(id: "p1") { name similar { name } ad { text } } }';
		const clients = Array.from({ length: 10 }, async () => {
			while (isLoading) {
				const answer = await shop.ask(query).catch((error: unknown) => ({ status: 0, errors: [error] }));
				answered++;
				if (answer.status !== 200 || answer.errors.length > 0) failures.push(answer);
			}
		});
		for (let round = 0; round < 6; round++) {
			put(round % 2 ? sdl : grown);
			await shop.gateway.reload();
			const before = answered;
			await eventually(() => expect(answered).toBeGreaterThan(before + 20));
		}
		isLoading = false;
		await Promise.all(clients);
		expect(failures).toEqual([]);
	});

	it('drops no subscription', async () => {
		const { authorization, id } = await shop.session();
		const orderId = `order-${id}`;
		const client = createClient({
			url: `${shop.gateway.url.replace('http', 'ws')}/graphql`,
			webSocketImpl: WebSocket,
			connectionParams: { authorization },
			retryAttempts: 0,
		});
		const results: any[] = [];
		const query =
			'subscription ($id: ID!) { orderStatusChanged(orderId: $id) { status lines { product { name } } } }';
		const ended = new Promise((resolve) => {
			client.subscribe(
				{ query, variables: { id: orderId } },
				{ next: (result) => results.push(result), error: resolve, complete: () => resolve('complete') },
			);
		});
		await eventually(() => expect(results).toHaveLength(1));
		put(grown);
		await shop.gateway.reload();
		// An equal one that begins now is of the new supergraph, and no part of the old one.
		const leave = client.subscribe(
			{ query, variables: { id: orderId } },
			{ next: () => {}, error: () => {}, complete: () => {} },
		);
		await eventually(() => expect(shop.subgraphs.subscriptionsOpen).toBe(2));
		leave();
		await eventually(() => expect(shop.subgraphs.subscriptionsOpen).toBe(1));
		shop.subgraphs.advance(orderId, 1);
		await eventually(() => expect(results).toHaveLength(2));
		put(sdl);
		await shop.gateway.reload();
		shop.subgraphs.advance(orderId, 3);
		expect(await ended).toBe('complete');
		expect(results.map(({ data }) => data.orderStatusChanged.status)).toEqual([
			'PLACED',
			'PAID',
			'COMPLETED',
		]);
		expect(results.at(-1).data.orderStatusChanged.lines[0].product.name).toBe('Product p1');
		await client.dispose();
	});
});
