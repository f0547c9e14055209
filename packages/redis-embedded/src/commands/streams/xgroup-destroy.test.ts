import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('destroys a group with all that is pending in it', async () => {
	await call('XADD', 's', 1, 'f', 'v');
	for (const name of ['g', 'h']) {
		await call('XGROUP', 'CREATE', 's', name, 0);
		await call('XREADGROUP', 'GROUP', name, 'a', 'STREAMS', 's', '>');
	}
	expect(await call('XGROUP', 'DESTROY', 's', 'g')).toBe(1);
	expect(await call('XGROUP', 'DESTROY', 's', 'g')).toBe(0);
	await expect(call('XPENDING', 's', 'g')).rejects.toThrow('NOGROUP');
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	expect(await call('XPENDING', 's', 'g')).toEqual([0, null, null, null]);
	expect(await call('XPENDING', 's', 'h')).toEqual([1, '1-0', '1-0', [['a', '1']]]);
});

it('needs the stream', async () => {
	await expect(call('XGROUP', 'DESTROY', 'none', 'g')).rejects.toThrow('requires the key to exist');
});
