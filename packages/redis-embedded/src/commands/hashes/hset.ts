import { type Command, writesKey } from '../../engine/command.ts';
import { wrongArity } from '../../engine/command-table.ts';
import { integer } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const hashSet = (name: string, reply: (added: number) => string): Command => ({
	name,
	arity: -4,
	...writesKey,
	run(args, client) {
		if (args.length % 2 === 1) throw wrongArity(this);
		const hash = client.db.edit(args[1]!, HashValue);
		let added = 0;
		for (let i = 2; i < args.length; i += 2) if (hash.set(args[i]!, args[i + 1]!)) added++;
		return reply(added);
	},
});

export const command = hashSet('HSET', integer);
