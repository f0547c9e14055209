import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Service, startService } from '../src/start-service.ts';

let service: Service;
let agent: Agent;
beforeEach(async () => {
	agent = new Agent({ keepAlive: true });
	service = await startService({
		name: 'slow',
		host: '127.0.0.1',
		port: 0,
		logger: pino({ level: 'silent' }),
		async handle(_request, response, { pathname }) {
			if (pathname === '/endless') return true;
			await sleep(Number(pathname.slice(1)));
			response.end('done');
			return true;
		},
	});
});
afterEach(async () => {
	agent.destroy();
	await service[Symbol.asyncDispose]();
});

async function ask(path: string): Promise<string> {
	const asking = request(service.url + path, { agent }).end();
	const [response] = await once(asking, 'response');
	const parts = await response.toArray();
	return parts.join('');
}

describe('a service that stops', () => {
	it('answers what it has begun, and ends as soon as it is answered', async () => {
		expect(await ask('/0')).toBe('done');
		const answer = ask('/2500');
		await sleep(50);
		const stopped = service[Symbol.asyncDispose]().then(() => 'stopped');
		expect(await answer).toBe('done');
		expect(await Promise.race([stopped, sleep(500)])).toBe('stopped');
	});

	it('waits for no connection on which nothing is asked', async () => {
		await ask('/0');
		const silent = createConnection(service.port, '127.0.0.1');
		await once(silent, 'connect');
		expect(await Promise.race([service[Symbol.asyncDispose]().then(() => 'stopped'), sleep(500)])).toBe(
			'stopped',
		);
		silent.destroy();
	});

	it('waits for no answer without end', async () => {
		const answer = ask('/endless');
		const failed = expect(answer).rejects.toThrow('socket hang up');
		await sleep(50);
		await service[Symbol.asyncDispose]();
		await failed;
	});
});
