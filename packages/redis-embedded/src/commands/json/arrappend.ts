import type { Command } from '../../engine/command.ts';
import { changed, eachPlace, isArray, parseJson } from '../../json/document.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRAPPEND',
	arity: -4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const values = args.slice(3).map(parseJson);
		return eachPlace(client, args[1]!, args[2]!, 'array', isArray, (list, _place, document) => {
			changed(client, args[1]!, document);
			return integer(list.push(...structuredClone(values)));
		});
	},
};
