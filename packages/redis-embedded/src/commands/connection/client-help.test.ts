import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each(['CLIENT', 'COMMAND', 'CONFIG', 'PUBSUB'])('tells what there is to %s', async (name) => {
	const lines = (await call(name, 'HELP')) as string[];
	expect(lines[0]).toBe(`${name} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:`);
	expect(lines.at(-2)).toBe('HELP');
	await expect(call(name, 'HELP', 'me')).rejects.toThrow(
		`ERR wrong number of arguments for '${name.toLowerCase()}|help' command`,
	);
});
