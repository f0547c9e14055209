import type { Command } from '../../engine/command.ts';
import { bulk, RedisError, set, toBytes, toText } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'FT.TAGVALS',
	arity: 3,
	run(args, client) {
		const tags = client.engine.search.get(args[1]!).tags.get(toText(args[2]!));
		if (tags === undefined) throw new RedisError('No such field');
		return set(
			client,
			tags
				.names()
				.sort()
				.map((tag) => bulk(toBytes(tag))),
		);
	},
};
