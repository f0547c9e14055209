import { ApiConsumer } from '@infinite-blob/e2e/api-consumer';
import { Pool } from 'undici';
import { percentile } from './percentile.ts';

const card = 'id handle name price { formatted } image(size: CARD) { url width height alt placeholder }';
const query = `query ProductPage($handle: String!) { product(handle: $handle) {
	${card} description tags downloads full: image(size: FULL) { url width height alt placeholder }
	similar(first: 3) { ${card} } boughtTogether(first: 3) { ${card} } ad { id text clickUrl product { handle } } } }`;

/** Asks for product pages, each of an artwork drawn at random, over so many connections for so long. */
export async function productPages(gatewayUrl: string, connections: number, seconds: number) {
	const api = new ApiConsumer(gatewayUrl);
	const { data } = await api.ask('{ products(first: 48) { nodes { handle } } }');
	const handles: string[] = data.products.nodes.map(({ handle }: { handle: string }) => handle);
	const { origin } = new URL(gatewayUrl);
	await using pool = new DisposablePool(origin, connections);
	const times: number[] = [];
	const end = performance.now() + seconds * 1000;
	await Promise.all(
		Array.from({ length: connections }, async () => {
			while (performance.now() < end) {
				const handle = handles[Math.floor(Math.random() * handles.length)];
				const began = performance.now();
				await pool.ask({ query, variables: { handle } });
				times.push(performance.now() - began);
			}
		}),
	);
	const requests = times.length;
	return { requests, rps: requests / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

class DisposablePool implements AsyncDisposable {
	readonly #pool: Pool;

	constructor(origin: string, connections: number) {
		this.#pool = new Pool(origin, { connections });
	}

	async ask(body: object): Promise<void> {
		const response = await this.#pool.request({
			path: '/graphql',
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		const { errors } = (await response.body.json()) as { errors?: unknown[] };
		if (errors) throw new Error(`the product page failed: ${JSON.stringify(errors)}`);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#pool.close();
	}
}
