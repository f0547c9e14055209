import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { changed, eachPlace, isArray } from '../../json/document.ts';
import { integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.ARRTRIM',
	arity: 5,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const [from, to] = [parseInteger(args[3]), parseInteger(args[4])];
		return eachPlace(client, args[1]!, args[2]!, 'array', isArray, (list, _place, document) => {
			const start = from < 0 ? Math.max(0, list.length + from) : from;
			const end = Math.min(to < 0 ? list.length + to : to, list.length - 1);
			changed(client, args[1]!, document);
			if (start > end) list.length = 0;
			else {
				list.splice(end + 1);
				list.splice(0, start);
			}
			return integer(list.length);
		});
	},
};
