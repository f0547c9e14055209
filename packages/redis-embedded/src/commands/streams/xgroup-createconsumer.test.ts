import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('makes a consumer once', async () => {
	await call('XGROUP', 'CREATE', 's', 'g', 0, 'MKSTREAM');
	expect(await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'a')).toBe(1);
	expect(await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'a')).toBe(0);
	expect(await call('XGROUP', 'CREATECONSUMER', 's', 'g', 'A')).toBe(1);
});

it('needs the stream and the group', async () => {
	await expect(call('XGROUP', 'CREATECONSUMER', 's', 'g', 'a')).rejects.toThrow('requires the key to exist');
	await call('XADD', 's', 1, 'f', 'v');
	await expect(call('XGROUP', 'CREATECONSUMER', 's', 'g', 'a')).rejects.toThrow(
		"NOGROUP No such consumer group 'g' for key name 's'",
	);
});
