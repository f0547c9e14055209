import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('describes each command with its arity and where its keys are', async () => {
	const commands = (await call('COMMAND')) as [string, ...unknown[]][];
	const named = (name: string) => commands.find(([each]) => each === name)!;
	expect(named('get').toSpliced(2, 1)).toEqual(['get', 2, 1, 1, 1, ...named('get').slice(6)]);
	expect([...named('mset').slice(1, 2), ...named('mset').slice(3, 6)]).toEqual([-3, 1, -1, 2]);
	expect(named('client').slice(0, 2)).toEqual(['client', -2]);
	expect(new Set(commands.map(([name]) => name)).size).toBe(commands.length);
});
