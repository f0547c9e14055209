import { expect, it } from 'vitest';
import { useRedis } from '../../../tests/contract/use-redis.ts';

const { call } = useRedis();

it('answers, with what was said', async () => {
	expect(await call('PING')).toBe('PONG');
	expect(await call('ping', '')).toBe('');
	expect(await call('PING', 'größer')).toBe('größer');
	await expect(call('PING', 'a', 'b')).rejects.toThrow("ERR wrong number of arguments for 'ping' command");
});

it.each([
	['NONSENSE', "ERR unknown command 'NONSENSE', with args beginning with: "],
	['nonsense a b', "ERR unknown command 'nonsense', with args beginning with: 'a' 'b' "],
	[`x ${'a'.repeat(200)} b`, `ERR unknown command 'x', with args beginning with: '${'a'.repeat(128)}' `],
	['x'.repeat(200), `ERR unknown command '${'x'.repeat(128)}', with args beginning with: `],
	['CLIENT', "ERR wrong number of arguments for 'client' command"],
	['CLIENT nonsense', "ERR unknown subcommand 'nonsense'. Try CLIENT HELP."],
	['client GETNAME x', "ERR wrong number of arguments for 'client|getname' command"],
])('says of %s: %s', async (line, message) => {
	await expect(call(...line.split(' '))).rejects.toMatchObject({ message });
});

it.each(['CLIENT', 'COMMAND', 'CONFIG', 'PUBSUB', 'XGROUP', 'XINFO'])(
	'tells what there is to %s',
	async (name) => {
		const lines = (await call(name, 'help')) as string[];
		expect(lines[0]).toBe(`${name} <subcommand> [<arg> [value] [opt] ...]. Subcommands are:`);
		expect(lines.at(-2)).toBe('HELP');
		await expect(call(name, 'HELP', 'me')).rejects.toThrow(
			`ERR wrong number of arguments for '${name.toLowerCase()}|help' command`,
		);
	},
);
