import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.runIf(!process.env.REDIS_URL)('says that there is no Lua here', async () => {
	for (const name of ['EVAL', 'EVALSHA']) {
		await expect(call(name, 'return 1', 0)).rejects.toThrow('runs no Lua scripts');
	}
});
