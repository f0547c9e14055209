import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('refuses what it does not understand', async () => {
	for (const words of [['nonsense'], ['ABORT', 'NOW'], ['SAVE', 'NOSAVE']]) {
		await expect(call('SHUTDOWN', ...words)).rejects.toThrow('ERR syntax error');
	}
	await expect(call('SHUTDOWN', 'ABORT')).rejects.toThrow('ERR No shutdown in progress.');
});
