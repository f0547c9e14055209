import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { withArguments } from '../../engine/command-table.ts';
import { array, bulk, EMPTY_ARRAY, integer, set, simple } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'COMMAND',
	arity: -1,
	run: (_args, client) =>
		array([...client.engine.commands.commands.values()].map((each) => describe(each, client))),
};

/** A command as Redis 7 tells of it, without categories, tips and key specifications. */
export function describe(each: Command, client: Client): string {
	const subcommands = [...client.engine.commands.within(each)];
	return array([
		bulk(withArguments(each)),
		integer(each.arity),
		set(client, [simple(each.write ? 'write' : 'readonly')]),
		...(each.keys ?? [0, 0, 0]).map(integer),
		set(client, []),
		EMPTY_ARRAY,
		EMPTY_ARRAY,
		array(subcommands.map((subcommand) => describe(subcommand, client))),
	]);
}
