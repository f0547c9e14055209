import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('takes a name without spaces, and forgets it for none', async () => {
	expect(await call('CLIENT', 'GETNAME')).toBeNull();
	expect(await call('CLIENT', 'SETNAME', 'me!')).toBe('OK');
	for (const name of ['a b', 'a\n', 'é']) {
		await expect(call('CLIENT', 'SETNAME', name)).rejects.toThrow(
			'ERR Client names cannot contain spaces, newlines or special characters.',
		);
	}
	expect(await call('CLIENT', 'GETNAME')).toBe('me!');
	expect(await call('CLIENT', 'SETNAME', '')).toBe('OK');
	expect(await call('CLIENT', 'GETNAME')).toBeNull();
});
