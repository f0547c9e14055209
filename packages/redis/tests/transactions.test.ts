import { eventually } from '@infinite-blob/testing/eventually';
import { startTestRedis, type TestRedis } from '@infinite-blob/testing/test-redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectRedis, disconnect, type Redis } from '../src/connect.ts';
import { Transactions } from '../src/transactions.ts';

let server: TestRedis;
let redis: Redis;
let transactions: Transactions;

beforeAll(async () => {
	server = await startTestRedis();
	redis = await connectRedis(server.url, 'test');
	transactions = new Transactions(redis);
});
afterAll(async () => {
	transactions[Symbol.dispose]();
	disconnect(redis);
	await server[Symbol.asyncDispose]();
});

describe('transactions', () => {
	it('lose no change of many writers to one key', async () => {
		const increment = () =>
			transactions.run(['counter'], async (connection) => {
				const value = Number((await connection.get('counter')) ?? 0) + 1;
				return { result: value, write: (multi) => multi.set('counter', value) };
			});
		const results = await Promise.all(Array.from({ length: 40 }, increment));
		expect(await redis.get('counter')).toBe('40');
		expect(new Set(results).size).toBe(40);
	});

	it('write nothing without a write', async () => {
		expect(await transactions.run(['nothing'], async () => ({ result: 'read' }))).toBe('read');
		expect(await redis.exists('nothing')).toBe(0);
	});

	it('pass on what the body throws, and go on afterwards', async () => {
		const failing = transactions.run(['counter'], () => Promise.reject(new Error('no')));
		await expect(failing).rejects.toThrow('no');
		expect(await transactions.run(['counter'], async () => ({ result: 1 }))).toBe(1);
	});

	it('pass on the error of a command that failed', async () => {
		await redis.set('text', 'abc');
		const failing = transactions.run(['text'], async () => ({
			result: 1,
			write: (multi) => multi.lpush('text', 'x').incr('text'),
		}));
		await expect(failing).rejects.toThrow();
	});

	it('leave no connection behind when disposed of while one runs', async () => {
		const ending = new Transactions(redis);
		let used: Redis | undefined;
		await ending.run(['counter'], async (connection) => {
			used = connection;
			ending[Symbol.dispose]();
			return { result: undefined };
		});
		await eventually(() => expect(used?.status).toBe('end'));
	});
});

describe('connecting', () => {
	it('says in one line when there is no Redis', async () => {
		await expect(connectRedis('redis://127.0.0.1:1', 'test', 300)).rejects.toThrow(
			/^Redis at 127\.0\.0\.1:1 cannot be reached \(.+\)\. Start it or set REDIS_URL\.$/,
		);
	});
});
