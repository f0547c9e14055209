import type { Command } from '../../engine/command.ts';
import { bulk, RedisError, set, toBytes, toText } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'FT.TAGVALS',
	arity: 3,
	run(args, client) {
		const { search } = client.engine;
		if (!search.indexes.has(args[1]!)) throw new RedisError('Unknown Index name');
		const index = search.get(args[1]!);
		const field = index.field(toText(args[2]!));
		if (!field) throw new RedisError('No such field');
		if (field.type !== 'TAG') throw new RedisError('Not a tag field');
		const names = index.tags.get(field.name)?.names() ?? [];
		return set(
			client,
			names.sort().map((tag) => bulk(toBytes(tag))),
		);
	},
};
