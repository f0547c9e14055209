import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();

it('says goodbye and closes, whatever follows', async () => {
	await using raw = await openRaw(redis.url, 2);
	const closed = once(raw.socket, 'close');
	raw.socket.write('SET a 1\r\nQUIT\r\nSET a 2\r\n');
	await closed;
	expect(await raw.receive(1)).toBe('+OK\r\n+OK\r\n');
	expect(await redis.call('GET', 'a')).toBe('1');
});

it('does so inside MULTI', async () => {
	await using raw = await openRaw(redis.url, 2);
	const closed = once(raw.socket, 'close');
	raw.socket.write('MULTI\r\nSET a 1\r\nQUIT\r\n');
	await closed;
	expect(await raw.receive(1)).toBe('+OK\r\n+QUEUED\r\n+OK\r\n');
	expect(await redis.call('EXISTS', 'a')).toBe(0);
});
