import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('queues commands, and nests not', async () => {
	expect(await call('MULTI')).toBe('OK');
	expect(await call('SET', 'a', '1')).toBe('QUEUED');
	await expect(call('MULTI')).rejects.toThrow('ERR MULTI calls can not be nested');
	expect(await call('EXEC')).toEqual(['OK']);
	await expect(call('MULTI', 'x')).rejects.toThrow("ERR wrong number of arguments for 'multi' command");
});

it('executes at once what ends or breaks it', async () => {
	await call('MULTI');
	await expect(call('SHUTDOWN')).rejects.toThrow('ERR Command not allowed inside a transaction');
	await expect(call('EXEC')).rejects.toThrow('EXECABORT');
});
