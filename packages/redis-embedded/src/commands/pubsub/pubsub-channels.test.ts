import { expect, it } from 'vitest';
import { openRaw } from '../../../tests/contract/redis.ts';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const redis = useRedis();
const { call } = redis;

it('answers the channels that someone listens to', async () => {
	await using raw = await openRaw(redis.url, 2);
	await raw.send(['SUBSCRIBE', 'ab', 'ac', 'b'], 90);
	await raw.send(['PSUBSCRIBE', 'd*'], 30);
	expect(((await call('PUBSUB', 'CHANNELS')) as string[]).toSorted()).toEqual(['ab', 'ac', 'b']);
	expect(((await call('PUBSUB', 'CHANNELS', 'a*')) as string[]).toSorted()).toEqual(['ab', 'ac']);
	await expect(call('PUBSUB', 'CHANNELS', 'a', 'b')).rejects.toThrow(
		"ERR unknown subcommand or wrong number of arguments for 'CHANNELS'. Try PUBSUB HELP.",
	);
});

it('forgets who has gone', async () => {
	await using raw = await openRaw(redis.url, 2);
	await raw.send(['SUBSCRIBE', 'a'], 30);
	raw.socket.destroy();
	await expect.poll(() => call('PUBSUB', 'CHANNELS'), { interval: 5 }).toEqual([]);
});
