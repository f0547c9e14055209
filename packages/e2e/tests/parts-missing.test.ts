import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiConsumer } from '../src/api-consumer.ts';
import { processesOf } from '../src/processes.ts';
import { type RunningShop, startShop } from '../src/start-shop.ts';

let shop: RunningShop;
beforeAll(async () => {
	shop = await startShop();
});
afterAll(async () => {
	await shop?.[Symbol.asyncDispose]();
});

const query = `{ product(handle: "moon-night") { name price { formatted }
	similar { name } boughtTogether { name } ad { text clickUrl } } trending { name } ads(contextKeys: ["night"]) { text } }`;

describe('the shop without its ads and recommendations', () => {
	it('serves the rest, with nulls and an error for each field that is missing', async () => {
		const api = new ApiConsumer(shop.gatewayUrl);
		const whole = await api.ask(query);
		expect(whole.errors).toEqual([]);
		expect(whole.data.product.similar).toHaveLength(3);
		expect(whole.data.product.ad.text).toMatch(/\$\d/);

		// Stopped, they hold their ports and answer nothing: the slowest way of being away.
		const away = processesOf(shop.dataDir).filter(({ command }) =>
			/subgraphs\/(ads|recommendations)\//.test(command),
		);
		expect(away).toHaveLength(2);
		for (const { pid } of away) process.kill(pid, 'SIGKILL');
		const { data, errors } = await api.ask(query);
		expect(data.product).toMatchObject({
			name: whole.data.product.name,
			price: whole.data.product.price,
			similar: null,
			boughtTogether: null,
			ad: null,
		});
		expect([data.trending, data.ads]).toEqual([null, null]);
		const paths = errors.map(({ path }) => path?.join('.'));
		expect(paths).toEqual(expect.arrayContaining(['trending', 'ads']));
		for (const { message, extensions } of errors) {
			expect(extensions?.code).toBe('SERVICE_UNAVAILABLE');
			expect(message).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|ads|recommendations/);
		}

		const page = await fetch(`${shop.storefrontUrl}/products/moon-night`);
		expect(page.status).toBe(200);
		expect(await page.text()).toContain(whole.data.product.name);
	});
});
