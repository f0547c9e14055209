import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers none of a shard', async () => {
	expect(await call('PUBSUB', 'SHARDCHANNELS')).toEqual([]);
	expect(await call('PUBSUB', 'SHARDCHANNELS', 'a*')).toEqual([]);
	await expect(call('PUBSUB', 'SHARDCHANNELS', 'a', 'b')).rejects.toThrow(
		"ERR unknown subcommand or wrong number of arguments for 'SHARDCHANNELS'. Try PUBSUB HELP.",
	);
});
