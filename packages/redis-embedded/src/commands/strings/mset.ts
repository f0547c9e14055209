import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { wrongArity } from '../../engine/command-table.ts';
import { OK } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'MSET',
	arity: -3,
	write: true,
	keys: [1, -1, 2],
	run(args, client) {
		if (args.length % 2 === 0) throw wrongArity(command);
		setAll(args, client);
		return OK;
	},
};

export function setAll(args: readonly string[], { db }: Client): void {
	for (let i = 1; i < args.length; i += 2) db.put(args[i]!, new StringValue(args[i + 1]));
}
