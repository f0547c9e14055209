import { expect, it } from 'vitest';
import { GatewayError } from './gateway-client.ts';
import { xmlAnswer } from './machine-answer.ts';

it('may be kept for all', async () => {
	const answer = await xmlAnswer(async () => '<urlset/>');
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toMatch(/^application\/xml/);
	expect(answer.headers.get('cache-control')).toMatch(/^public/);
});

it('asks crawlers to come again while the catalogue is away', async () => {
	const answer = await xmlAnswer(() => Promise.reject(new GatewayError('away')));
	expect(answer.status).toBe(503);
	expect(answer.headers.get('retry-after')).toBe('60');
	expect(answer.headers.has('cache-control')).toBe(false);
});

it('says where there is nothing', async () => {
	expect((await xmlAnswer(async () => null)).status).toBe(404);
});

it('hides no other failure', async () => {
	await expect(xmlAnswer(() => Promise.reject(new TypeError('a mistake')))).rejects.toThrow('a mistake');
});
