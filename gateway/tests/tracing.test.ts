import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTelemetry } from '@infinite-blob/telemetry/start-telemetry';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestShop, type TestShop } from './test-shop.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
const query = 'query Page { product(id: "p1") { name ad { text } } }';

let shop: TestShop;
beforeAll(async () => {
	shop = await startTestShop();
});
afterAll(() => shop?.[Symbol.asyncDispose]());

const told = (subgraph: string) => shop.subgraphs.headers.get(subgraph) ?? {};

describe('the trace of a request', () => {
	it('goes on in each subgraph', async () => {
		await shop.ask(query, {}, { traceparent, tracestate: 'shop=1' });
		for (const subgraph of ['products', 'ads'])
			expect(told(subgraph)).toMatchObject({ traceparent, tracestate: 'shop=1' });
	});

	it('is none where the header is malformed, and no error', async () => {
		for (const bad of [
			'nonsense',
			traceparent.replace('00-', 'ff-'),
			`00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
		]) {
			const { status, errors } = await shop.ask(query, {}, { traceparent: bad });
			expect([status, errors]).toEqual([200, []]);
			expect(told('products').traceparent).toBeUndefined();
		}
	});
});

interface Span {
	name: string;
	traceId: string;
	spanId: string;
	parentSpanId?: string;
	kind: number;
	attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

describe('with a collector', () => {
	const spans: Span[] = [];
	const services = new Set<string>();
	let collector: Server;
	let telemetry: AsyncDisposable | undefined;

	async function collect(): Promise<string> {
		collector = createServer(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString());
			for (const { resource, scopeSpans } of resourceSpans) {
				services.add(
					resource.attributes.find(({ key }: { key: string }) => key === 'service.name').value.stringValue,
				);
				for (const { spans: some } of scopeSpans) spans.push(...some);
			}
			response.end('{}');
		});
		collector.listen(0, '127.0.0.1');
		await once(collector, 'listening');
		return `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
	}

	afterEach(async () => {
		await telemetry?.[Symbol.asyncDispose]();
		telemetry = undefined;
		collector?.close();
	});

	it('there is a span for the request, for each call, and for what the subgraph does, one in the other', async () => {
		telemetry = await startTelemetry('gateway', await collect());
		const { authorization } = await shop.session();
		await shop.ask(query, {}, { traceparent, authorization });
		await telemetry[Symbol.asyncDispose]();
		expect([...services]).toEqual(['gateway']);
		expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
		const request = spans.find(({ name }) => name === 'Page');
		expect(request?.parentSpanId).toBe('b7ad6b7169203331');
		expect(request?.attributes).toContainEqual({
			key: 'http.response.status_code',
			value: { intValue: 200 },
		});
		const calls = spans.filter(({ name }) => name.startsWith('subgraph '));
		expect(calls.map(({ name }) => name).toSorted()).toEqual(['subgraph ads', 'subgraph products']);
		expect(calls.every(({ parentSpanId }) => parentSpanId === request?.spanId)).toBe(true);
		const served = spans.filter(({ name }) => name === 'POST /graphql');
		expect(served.map(({ parentSpanId }) => parentSpanId).toSorted()).toEqual(
			calls.map(({ spanId }) => spanId).toSorted(),
		);
		expect(JSON.stringify(spans)).not.toContain(authorization.slice(10));
	});

	it('that does not answer, nothing is missing but the spans', async () => {
		telemetry = await startTelemetry('gateway', 'http://127.0.0.1:9');
		expect((await shop.ask(query)).errors).toEqual([]);
		const before = performance.now();
		await telemetry[Symbol.asyncDispose]();
		expect(performance.now() - before).toBeLessThan(2_000);
	});
});
