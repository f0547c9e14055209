import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it.each(['XGROUP', 'XINFO'])('tells what there is to %s', async (name) => {
	const lines = (await call(name, 'HELP')) as string[];
	expect(lines[0]).toBe(`${name} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:`);
	expect(lines.slice(-2)).toEqual(['HELP', '    Print this help.']);
	await expect(call(name, 'HELP', 'me')).rejects.toThrow(
		`ERR wrong number of arguments for '${name.toLowerCase()}|help' command`,
	);
});
