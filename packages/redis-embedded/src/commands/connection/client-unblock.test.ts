import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call, untilBlocked } = redis;

it('ends the waiting of a client as a timeout does, or with an error', async () => {
	const blocked = await redis.connect();
	const id = (await blocked('CLIENT', 'ID')) as number;
	const replies = [
		blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$'),
		blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$').catch((error: Error) => error.message),
		blocked('XREAD', 'BLOCK', 0, 'STREAMS', 's', '$'),
	];
	const answers: unknown[] = [];
	for (const [i, how] of [[], ['ERROR'], ['timeout']].entries()) {
		await untilBlocked(1);
		expect(await call('CLIENT', 'UNBLOCK', id, ...how)).toBe(1);
		answers.push(await replies[i]);
	}
	expect(answers).toEqual([null, 'UNBLOCKED client unblocked via CLIENT UNBLOCK', null]);
	expect(await call('CLIENT', 'UNBLOCK', id)).toBe(0);
});

it('finds nobody else to unblock', async () => {
	expect(await call('CLIENT', 'UNBLOCK', 999_999)).toBe(0);
	await expect(call('CLIENT', 'UNBLOCK', 'a')).rejects.toThrow('not an integer');
	await expect(call('CLIENT', 'UNBLOCK', 1, 'FOO')).rejects.toThrow(
		'ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR',
	);
});
