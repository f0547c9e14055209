import type { Command } from '../../engine/command.ts';
import { array, bulk, EMPTY_ARRAY, integer, map, toBytes, toText } from '../../protocol/reply.ts';
import { runAggregation } from '../../search/aggregation.ts';
import { readAggregation } from '../../search/aggregation-options.ts';
import { resultMap } from '../../search/result-map.ts';
import { print } from '../../search/row.ts';

export const command: Command = {
	name: 'FT.AGGREGATE',
	arity: -3,
	run(args, client) {
		const index = client.engine.search.get(args[1]!);
		const aggregation = readAggregation(args, 3);
		const { rows, total } = runAggregation(client.db, index, toText(args[2]!), aggregation);
		const flat = rows.map((row) =>
			[...row].flatMap(([name, value]) => [bulk(toBytes(name)), print(client, value)]),
		);
		if (client.protocol === 2) return array([integer(total), ...flat.map(array)]);
		const results = flat.map((row) =>
			map(client, [bulk('extra_attributes'), map(client, row), bulk('values'), EMPTY_ARRAY]),
		);
		return resultMap(client, total, results);
	},
};
