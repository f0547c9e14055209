import type { Command } from '../../engine/command.ts';
import { wrongArity } from '../../engine/command-table.ts';
import { integer } from '../../protocol/reply.ts';
import { command as mset, setAll } from './mset.ts';

export const command: Command = {
	...mset,
	name: 'MSETNX',
	run(args, client) {
		if (args.length % 2 === 0) throw wrongArity(command);
		if (args.some((key, i) => i % 2 === 1 && client.db.find(key))) return integer(0);
		setAll(args, client);
		return integer(1);
	},
};
