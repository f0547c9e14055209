import { rmSync } from 'node:fs';
import { isListening } from '@infinite-blob/launcher/wait-until-ready';
import { eventually } from '@infinite-blob/testing/eventually';
import { afterAll, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../src/api-consumer.ts';
import { processesOf } from '../src/processes.ts';
import { type RunningShop, startShop } from '../src/start-shop.ts';

let dataDir = '';
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** npm itself ends at once; the shop has five seconds. */
async function expectNothingLeft(shop: RunningShop): Promise<void> {
	await eventually(() => expect(processesOf(shop.dataDir)).toEqual([]), 5_000);
	for (const [name, port] of Object.entries(shop.ports)) {
		expect(await isListening(port, '127.0.0.1'), `${name} still listens`).toBe(false);
	}
}

describe('the shop’s processes', () => {
	it('are started again when they die, and keep what they knew', async () => {
		await using shop = await startShop({ keepData: true });
		dataDir = shop.dataDir;
		const api = await ApiConsumer.withSession(shop.gatewayUrl);
		const { data } = await api.ask('{ products(first: 1) { nodes { id } } }');
		const [{ id }] = data.products.nodes;
		await api.ask('mutation ($id: ID!) { addToCart(productId: $id, quantity: 3) { userErrors { code } } }', {
			id,
		});

		const victims = ['subgraphs/cart', ...(process.env.REDIS_URL ? [] : ['redis-embedded'])];
		for (const name of victims) {
			const victim = processesOf(dataDir).find(({ command }) => command.includes(name));
			expect(victim, name).toBeDefined();
			process.kill(victim!.pid, 'SIGKILL');
			await eventually(() => {
				const [again] = processesOf(dataDir).filter(({ command }) => command.includes(name));
				expect(again?.pid).not.toBe(victim!.pid);
				expect(again).toBeDefined();
			}, 10_000);
			await eventually(async () => {
				const cart = await api.ask('{ cart { totalQuantity } }');
				expect(cart.data.cart?.totalQuantity).toBe(3);
			}, 15_000);
		}
		expect(shop.output()).toContain('starting it again');

		await shop.stop('SIGTERM');
		await expectNothingLeft(shop);
	});

	it('find their data again at the next start, and end on Ctrl-C', async () => {
		await using shop = await startShop({ dataDir, keepData: true });
		const api = new ApiConsumer(shop.gatewayUrl);
		const { data } = await api.ask('{ products(first: 1) { totalCount } }');
		expect(data.products.totalCount).toBeGreaterThanOrEqual(48);
		await shop.stop('SIGINT');
		await expectNothingLeft(shop);
	});

	it('do not outlive an npm that was killed', async () => {
		await using shop = await startShop({ dataDir, keepData: true });
		await shop.stop('SIGKILL');
		await expectNothingLeft(shop);
	});
});
