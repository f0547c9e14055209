import { type Command, freesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'PERSIST',
	arity: 2,
	...freesKey,
	run(args, client) {
		const entry = client.db.find(args[1]!);
		if (entry === undefined || entry.expireAt === 0) return integer(0);
		client.db.expire(entry, 0);
		return integer(1);
	},
};
