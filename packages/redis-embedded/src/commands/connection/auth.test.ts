import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('lets the default user in with any password, and nobody else', async () => {
	expect(await call('AUTH', 'default', 'any')).toBe('OK');
	await expect(call('AUTH', 'nobody', 'any')).rejects.toThrow(
		'WRONGPASS invalid username-password pair or user is disabled.',
	);
	await expect(call('AUTH', 'password')).rejects.toThrow(
		'ERR AUTH <password> called without any password configured for the default user.',
	);
	await expect(call('AUTH', 'a', 'b', 'c')).rejects.toThrow('ERR syntax error');
});
