import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('deletes a consumer with what it has pending, and counts that', async () => {
	for (const id of [1, 2, 3]) await call('XADD', 's', id, 'f', 'v');
	await call('XGROUP', 'CREATE', 's', 'g', 0);
	await call('XREADGROUP', 'GROUP', 'g', 'a', 'COUNT', 2, 'STREAMS', 's', '>');
	await call('XREADGROUP', 'GROUP', 'g', 'b', 'STREAMS', 's', '>');
	expect(await call('XGROUP', 'DELCONSUMER', 's', 'g', 'a')).toBe(2);
	expect(await call('XGROUP', 'DELCONSUMER', 's', 'g', 'a')).toBe(0);
	expect(await call('XPENDING', 's', 'g')).toEqual([1, '3-0', '3-0', [['b', '1']]]);
	expect(await call('XREADGROUP', 'GROUP', 'g', 'b', 'STREAMS', 's', '>')).toBeNull();
});

it('needs the stream and the group', async () => {
	await expect(call('XGROUP', 'DELCONSUMER', 's', 'g', 'a')).rejects.toThrow('requires the key to exist');
	await call('XADD', 's', 1, 'f', 'v');
	await expect(call('XGROUP', 'DELCONSUMER', 's', 'g', 'a')).rejects.toThrow('NOGROUP');
});
