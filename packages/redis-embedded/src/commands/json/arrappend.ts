import { type Command, writesKey } from '../../engine/command.ts';
import { changed, changeEach, parseJson } from '../../json/document.ts';
import { clone, insertAll, isArray } from '../../json/values.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRAPPEND',
	arity: -4,
	...writesKey,
	run(args, client) {
		const values = args.slice(3).map((each) => parseJson(each));
		const wanted = [isArray, 'not an array', 'text'] as const;
		return changeEach(client, args[1]!, args[2]!, wanted, (list, _place, document) => {
			changed(client, args[1]!, document);
			insertAll(list, list.length, values.map(clone));
			return integer(list.length);
		});
	},
};
