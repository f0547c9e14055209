import type { Catalogue } from './catalogue.ts';

/** The words of a command over the index, drawn anew at each call. */
export type Draw = () => string[];

export const INDEX = 'products:product:index';

const ORDERS = [
	...[
		['newestKey', 'DESC'],
		['priceKey', 'ASC'],
		['priceKey', 'DESC'],
	],
	...[
		['nameKey', 'ASC'],
		['nameNumber', 'ASC'],
		['downloads', 'DESC'],
	],
] as const;
const PAGE = ['LIMIT', '0', '25', 'RETURN', '1', '$'];
const FACETS = [
	...['LOAD', '1', '@tagList', 'APPLY', "split(@tagList, ',')", 'AS', 'tag'],
	...['GROUPBY', '1', '@tag', 'REDUCE', 'COUNT', '0', 'AS', 'count'],
	...['SORTBY', '4', '@count', 'DESC', '@tag', 'ASC', 'LIMIT', '0', '20', 'DIALECT', '2'],
];
const RANKED = ['SCORER', 'BM25', 'NOCONTENT', 'LIMIT', '0', '1000'];
/** A condition that tells nothing of how well a product suits. */
const filter = (condition: string) => `${condition}=>{$weight: 0}`;
const available = filter('@available:{true}');

/** What the products service asks, by name, of an index of so many documents. */
export function shapesOf(catalogue: Catalogue, size: number): Record<string, Draw> {
	const { random, words, tags } = catalogue;
	const search = (query: string, ...options: string[]) => [
		'FT.SEARCH',
		INDEX,
		query,
		...options,
		'DIALECT',
		'2',
	];
	const facets = (query: string) => ['FT.AGGREGATE', INDEX, query, ...FACETS];
	const order = () => ['SORTBY', ...random.one(ORDERS)];
	const rare = () => random.one(words.slice(1000));
	const key = () => 1_600_000_000_000 + random.between(0, size) * 1000;
	const filters = () => {
		const low = random.between(50, 10_000);
		const [a, b] = [random.zipf(tags), random.zipf(tags)];
		const conditions = [`@tagList:{${a}}`, `@tagList:{${b}}`, `@price:[${low} ${low + 8000}]`];
		return [available, ...conditions.map(filter)].join(' ');
	};
	const text = (part: string) => `${available} @nameText|tagText|descriptionText:(${part})`;
	const typed = (count: number) =>
		Array.from({ length: count }, (_, i) => {
			const word = rare();
			return i === count - 1 ? `(${word}|${word.slice(0, 4)}*)` : word;
		}).join(' ');
	const misspelt = () => rare().replace(/^(..)./, '$1x');
	const prefix = (length: number) => {
		const long = words.filter((word) => word.length >= length);
		return random.one(long).slice(0, length);
	};
	return {
		'1 list': () => search(available, ...order(), ...PAGE),
		'2 list after a key': () => search(`${available} @newestKey:[-inf (${key()}]`, ...order(), ...PAGE),
		'2 list, deep': () =>
			search(available, ...order(), 'LIMIT', `${random.between(0, size - 25)}`, '25', 'RETURN', '1', '$'),
		'3 filtered list': () => search(filters(), ...order(), ...PAGE),
		'3 filtered count': () => search(filters(), 'LIMIT', '0', '0'),
		'4 words, selective': () => search(text(typed(random.between(1, 4))), ...RANKED),
		'4 words, common': () => search(text(`(${random.zipf(words)}|${random.zipf(words)})`), ...RANKED),
		'4 words, filtered': () => search(`${filters()} ${text(typed(1))}`, ...RANKED),
		'5 most downloaded': () =>
			search(available, 'SORTBY', 'downloads', 'DESC', 'LIMIT', '0', '1000', 'NOCONTENT'),
		'6 facets, filtered': () => facets(filters()),
		'6 facets of a tag': () => facets(`${available} @tagList:{${random.zipf(tags)}}`),
		'6 facets of half': () => facets(`${available} @newestKey:[-inf (${key()}]`),
		'6 facets of all': () => facets(available),
		'7 prefix of 2': () => completed(prefix(2)),
		'7 prefix of 3': () => completed(prefix(3)),
		'7 prefix of 4 to 6': () => completed(prefix(random.between(4, 6))),
		'8 fuzzy, 1': () => search(text(`%${misspelt()}% ${random.zipf(words)}`), ...RANKED),
		'8 fuzzy, 2': () => search(text(`%%${misspelt()}%% ${random.zipf(words)}`), ...RANKED),
		'9 spelling, 1': () => ['FT.SPELLCHECK', INDEX, `${misspelt()} ${misspelt()}`, 'DISTANCE', '1'],
		'9 spelling, 4': () => ['FT.SPELLCHECK', INDEX, `${misspelt()} ${misspelt()}`, 'DISTANCE', '4'],
		'10 optional words': () => {
			const field = '@descriptionText';
			const any = `(${field}:(${rare()}|${rare()}|${rare()}))`;
			const more = `~${field}:${random.zipf(words)} ~${field}:${random.zipf(words)}`;
			return search(`${any} ${more}`, 'SCORER', 'BM25', 'WITHSCORES', 'LIMIT', '0', '60');
		},
	};

	function completed(letters: string): string[] {
		const options = ['SORTBY', 'downloads', 'DESC', 'LIMIT', '0', '8', 'RETURN', '1', '$'];
		return search(`${available} @nameText:((${letters}|${letters}*))`, ...options);
	}
}

/** What changes documents one at a time. */
export function writesOf(catalogue: Catalogue, size: number): Record<string, Draw> {
	const { random } = catalogue;
	const key = () => catalogue.key(random.between(0, size - 1));
	return {
		'write: downloads': () => ['JSON.NUMINCRBY', key(), '$.downloads', '1'],
		'write: price': () => ['JSON.SET', key(), '$.price', `${random.between(1, 20_000)}`],
		'write: whole document': () => ['JSON.SET', key(), '$', catalogue.document(size)],
	};
}
