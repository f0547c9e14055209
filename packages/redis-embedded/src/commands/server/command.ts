import type { Command } from '../../engine/command.ts';
import type { CommandTable } from '../../engine/command-table.ts';
import { array, bulk, integer, simple } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'COMMAND',
	arity: -1,
	run: (_args, client) => array([...distinct(client.engine.commands)].map(describe)),
};

function* distinct(table: CommandTable): Generator<Command> {
	for (const [name, each] of table.commands) if (name === each.name && !name.includes(' ')) yield each;
}

function describe(each: Command): string {
	const [first, last, step] = each.keys ?? [0, 0, 0];
	return array([
		bulk(each.name.toLowerCase()),
		integer(each.arity),
		array([simple(each.write ? 'write' : 'readonly')]),
		...[first, last, step].map(integer),
	]);
}
