import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers the settings that match', async () => {
	expect(await call('CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
	expect(await call('CONFIG', 'GET', 'MAXMEMORY-pol*', 'maxmemory-policy')).toEqual([
		...['maxmemory-policy', 'noeviction'],
	]);
	expect(await call('CONFIG', 'GET', 'MaxMemory-Policy')).toEqual(['MaxMemory-Policy', 'noeviction']);
	expect(await call('CONFIG', 'GET', 'constructor', '__proto__')).toEqual([]);
	expect(await call('CONFIG', 'GET', 'nonsense')).toEqual([]);
	await expect(call('CONFIG', 'GET')).rejects.toThrow(
		"ERR wrong number of arguments for 'config|get' command",
	);
});
