import { parseWithin, syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { array, nil, RedisError } from '../../protocol/reply.ts';
import type { Value, ValueClass } from '../../values/value.ts';

const MAX_COUNT = 2n ** 63n - 1n;
/** More than that is no reply to be sent. */
const MAX_REPEATED = 2 ** 24;

/** What to draw from, and how to tell of what is drawn: first its name, then what `option` asks for. */
interface Lot<T, Item> {
	readonly list: (value: T) => Iterable<Item>;
	readonly encode: (item: Item, client: Client) => readonly string[];
}

/** A command that draws elements at random. */
export const drawing = <T extends Value, Item>(
	name: string,
	type: ValueClass<T>,
	option: string,
	{ list, encode }: Lot<T, Item>,
): Command => ({
	name,
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const whole = args.length === 4 && args[3]!.toUpperCase() === option;
		if (option === '' && args.length > 3) throw syntaxError();
		const count = args[2] === undefined ? 1 : parseWithin(args[2], -MAX_COUNT, MAX_COUNT);
		if (args.length > 3 && !whole) throw syntaxError();
		if (whole && Math.abs(count) > 2 ** 62) throw new RedisError('ERR value is out of range');
		const value = client.db.read(args[1]!, type);
		const drawn = (value ? pick(list(value), count) : []).map((item) => encode(item, client));
		if (args[2] === undefined) return drawn[0]?.[0] ?? nil(client);
		if (!whole) return array(drawn.map(([first]) => first!));
		return array(client.protocol === 3 ? drawn.map(array) : drawn.flat());
	},
});

/** So many items, the same ones repeatedly if the count is negative. */
function pick<T>(items: Iterable<T>, count: number): T[] {
	if (count >= 0) return pickRandom(items, count);
	if (-count > MAX_REPEATED) throw new RangeError();
	const all = [...items];
	return Array.from({ length: -count }, () => all[Math.floor(Math.random() * all.length)]!);
}

/** So many different items drawn at random; all of them if there are no more. */
export function pickRandom<T>(items: Iterable<T>, count: number): T[] {
	const all = [...items];
	const size = Math.min(count, all.length);
	for (let i = 0; i < size; i++) {
		const j = i + Math.floor(Math.random() * (all.length - i));
		[all[i], all[j]] = [all[j]!, all[i]!];
	}
	return all.slice(0, size);
}
