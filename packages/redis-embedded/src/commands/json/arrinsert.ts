import { type Command, writesKey } from '../../engine/command.ts';
import { changed, changeEach, parseIndex, parseJson } from '../../json/document.ts';
import { clone, insertAll, isArray } from '../../json/values.ts';
import { integer, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRINSERT',
	arity: -5,
	...writesKey,
	run(args, client) {
		const index = parseIndex(args[3]!);
		const values = args.slice(4).map((each) => parseJson(each));
		return changeEach(client, args[1]!, args[2]!, [isArray, 'not an array'], (list, _place, document) => {
			const at = index < 0 ? list.length + index : index;
			if (at < 0 || at > list.length) throw new RedisError('ERR index out of bounds');
			changed(client, args[1]!, document);
			insertAll(list, at, values.map(clone));
			return integer(list.length);
		});
	},
};
