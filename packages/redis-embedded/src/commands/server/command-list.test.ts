import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('names the commands', async () => {
	const names = (await call('COMMAND', 'LIST')) as string[];
	expect(names).toEqual(expect.arrayContaining(['get', 'client', 'client|id', 'xadd']));
	const main = names.filter((name) => !name.includes('|'));
	expect(main).toHaveLength((await call('COMMAND', 'COUNT')) as number);
	await expect(call('COMMAND', 'LIST', 'nonsense')).rejects.toThrow('ERR syntax error');
});
