import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers what was said', async () => {
	expect(await call('ECHO', 'a\r\nb')).toBe('a\r\nb');
	await expect(call('ECHO')).rejects.toThrow("ERR wrong number of arguments for 'echo' command");
});
