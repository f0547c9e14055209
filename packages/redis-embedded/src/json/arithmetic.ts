import type { Command } from '../engine/command.ts';
import { array, bulk, double, integer, nil, RedisError } from '../protocol/reply.ts';
import { changed, isNumber, noPath, parseJson, putAt, requireDocument, wrongPathType } from './document.ts';
import { pathOf, select } from './path.ts';

/** A command that computes with the numbers at a path. */
export function arithmetic(name: string, compute: (value: number, by: number) => number): Command {
	return {
		name,
		arity: 4,
		write: true,
		keys: [1, 1, 1],
		run(args, client) {
			const path = pathOf(args[2]!);
			const by = parseJson(args[3]!);
			if (!isNumber(by)) throw new RedisError('ERR expected value at line 1 column 1');
			const document = requireDocument(client.db, args[1]!);
			const places = select(document.json, path);
			if (path.legacy && places.length === 0) throw noPath(path);
			if (path.legacy && !places.some(({ value }) => isNumber(value)))
				throw wrongPathType('number', places[0]!.value);
			const results = places.map(({ value }) => (isNumber(value) ? compute(value, by) : null));
			if (results.some((result) => result !== null && !Number.isFinite(result))) {
				throw new RedisError('ERR result is not a number');
			}
			if (places.length > 0) changed(client, args[1]!, document);
			for (const [i, place] of places.entries()) if (results[i] !== null) putAt(document, place, results[i]!);
			if (path.legacy) return bulk(JSON.stringify(results.findLast((result) => result !== null)));
			if (client.protocol === 2) return bulk(JSON.stringify(results));
			return array(
				results.map((each) =>
					each === null ? nil(client) : Number.isInteger(each) ? integer(each) : double(client, each),
				),
			);
		},
	};
}
