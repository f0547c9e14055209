import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('has the database 0', async () => {
	expect(await call('SELECT', 0)).toBe('OK');
	for (const index of ['-1', '10000000']) {
		await expect(call('SELECT', index)).rejects.toThrow('ERR DB index is out of range');
	}
	await expect(call('SELECT', 'a')).rejects.toThrow('ERR value is not an integer or out of range');
	await expect(call('SELECT', '2147483648')).rejects.toThrow(
		'ERR value is out of range, value must between -2147483648 and 2147483647',
	);
});
