import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();
const processed = async () =>
	Number(/total_commands_processed:(\d+)/.exec((await call('INFO', 'stats')) as string)?.[1]);

it('counts anew', async () => {
	for (let i = 0; i < 20; i++) await call('PING');
	expect(await processed()).toBeGreaterThan(20);
	expect(await call('CONFIG', 'RESETSTAT')).toBe('OK');
	expect(await processed()).toBeLessThan(5);
});
