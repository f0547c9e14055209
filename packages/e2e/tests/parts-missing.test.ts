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

const page = (handle: string, first: number) => `{ product(handle: "${handle}") { name price { formatted }
	similar { name } boughtTogether { name } ad { text product { name } clickUrl } } trending(first: ${first}) { name } ads(contextKeys: ["night"]) { text } }`;

describe('the shop without its ads and recommendations', () => {
	it('serves the rest, with nulls and an error for each field that is missing', async () => {
		const api = new ApiConsumer(shop.gatewayUrl);
		const whole = await api.ask(page('moon-night', 8));
		expect(whole.errors).toEqual([]);
		expect(whole.data.product.similar).toHaveLength(3);
		const { ad } = whole.data.product;
		expect(ad.text).toContain(ad.product.name);

		// Stopped, they hold their ports and answer nothing: the slowest way of being away.
		const away = processesOf(shop.dataDir).filter(({ command }) =>
			/subgraphs\/(ads|recommendations)\//.test(command),
		);
		expect(away).toHaveLength(2);
		for (const { pid } of away) process.kill(pid, 'SIGKILL');
		// Of another artwork, and a list of another length: nothing of these is kept by the gateway.
		const { data, errors } = await api.ask(page('quiet-summit', 7));
		expect(data.product).toMatchObject({
			name: 'Quiet Summit',
			price: { formatted: expect.stringMatching(/^\$\d/) },
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

		const html = await fetch(`${shop.storefrontUrl}/products/moon-night`);
		expect(html.status).toBe(200);
		expect(await html.text()).toContain(whole.data.product.name);
	});
});
