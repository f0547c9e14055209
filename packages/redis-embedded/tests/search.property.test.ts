import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type CommandTable, loadCommands } from '../src/engine/command-table.ts';
import { Engine } from '../src/engine/engine.ts';
import { RedisError } from '../src/protocol/reply.ts';
import { parseQuery } from '../src/search/query.ts';
import { MemoryStorage } from '../src/storage/storage.ts';
import { type Doc, NaiveIndex, SCHEMA, values } from './search/naive-index.ts';
import { query, TAGS, WORDS } from './search/random-query.ts';
import { readReply } from './search/read-reply.ts';

let commands: CommandTable;
beforeAll(async () => {
	commands = await loadCommands();
});

/** An engine with an index, and the same without any. */
class Pair {
	readonly naive = new NaiveIndex();
	readonly engine = new Engine(commands, new MemoryStorage());
	private received = '';
	private readonly client = this.engine.connect({
		address: '',
		write: (data) => {
			this.received += data;
		},
		end() {},
	});

	constructor(before: readonly Change[], after: readonly Change[]) {
		for (const change of before) change(this);
		this.run('FT.CREATE', 'idx', 'ON', 'JSON', 'PREFIX', '1', 'p:', 'STOPWORDS', '0', 'SCHEMA', ...SCHEMA);
		this.naive.reindex(this.engine.db.entries.keys());
		for (const change of after) change(this);
	}
	run(...args: string[]): unknown {
		this.received = '';
		this.engine.handle(this.client, args);
		this.engine.commit();
		this.client.flush(true);
		return readReply(this.received);
	}
	set(key: string, doc: Doc): void {
		this.run('JSON.SET', key, '$', JSON.stringify(doc));
		this.naive.set(key, doc);
	}
}

type Change = (pair: Pair) => void;

const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
const tags = fc
	.array(fc.tuple(fc.constantFrom(...TAGS), fc.constantFrom('', ' ')), { maxLength: 4 })
	.map((all) => all.map(([tag, blank]) => `${blank}${tag}${blank}`).join(','));
const few = fc.integer({ min: 0, max: 4 });
const sometimes = <T>(value: fc.Arbitrary<T>, ...others: fc.Arbitrary<unknown>[]) =>
	fc.oneof({ weight: 12, arbitrary: value }, ...others, fc.constant(null));
const doc = fc.record(
	{
		available: sometimes(fc.boolean()),
		tagList: sometimes(tags, fc.array(fc.constantFrom(...TAGS), { maxLength: 2 }), fc.boolean()),
		labels: sometimes(fc.array(fc.constantFrom(...TAGS, null), { maxLength: 3 })),
		price: sometimes(few, fc.constant('dear')),
		downloads: sometimes(few, fc.array(few, { maxLength: 2 })),
		sizes: sometimes(fc.array(few, { maxLength: 3 })),
		nameKey: sometimes(fc.constantFrom('a', 'B', 'b', 'c')),
		title: sometimes(texts, fc.array(texts, { maxLength: 2 })),
		body: sometimes(texts, fc.integer()),
	},
	{ requiredKeys: [] },
) as fc.Arbitrary<Doc>;

/** A change of one of so many documents. */
const changeOf = (key: fc.Arbitrary<string>): fc.Arbitrary<Change> =>
	fc.oneof(
		{
			weight: 8,
			arbitrary: fc.tuple(key, doc).map(
				([key, doc]): Change =>
					(pair) =>
						pair.set(key, doc),
			),
		},
		fc.tuple(key, few).map(
			([key, by]): Change =>
				(pair) => {
					const old = pair.naive.written.get(key);
					if (typeof old?.downloads !== 'number') return;
					pair.run('JSON.NUMINCRBY', key, '$.downloads', `${by}`);
					pair.naive.set(key, { ...old, downloads: old.downloads + by });
				},
		),
		fc.tuple(key, few).map(
			([key, price]): Change =>
				(pair) => {
					const old = pair.naive.written.get(key);
					if (old === undefined) return;
					pair.run('JSON.SET', key, '$.price', `${price}`);
					pair.naive.set(key, { ...old, price });
				},
		),
		{
			weight: 2,
			arbitrary: key.map(
				(key): Change =>
					(pair) => {
						pair.run('DEL', key);
						pair.naive.set(key, undefined);
					},
			),
		},
		fc.tuple(key, key).map(
			([from, to]): Change =>
				(pair) => {
					const old = pair.naive.written.get(from);
					if (old === undefined || from === to) return;
					pair.run('RENAME', from, to);
					pair.naive.set(from, undefined);
					pair.naive.set(to, old);
				},
		),
	);
const changesOf = (keys: number, maxLength: number) => {
	const key = fc.integer({ min: 0, max: keys - 1 }).map((i) => `p:${i}`);
	const changes = fc.array(changeOf(key), { maxLength, minLength: maxLength / 4, size: 'max' });
	return fc.record({ before: changes, after: changes });
};
/** Few documents, which go through all that can happen to one; now and then so many that sets of them are dense. */
const pairs = fc.oneof(
	{ weight: 24, arbitrary: changesOf(26, 60) },
	{ weight: 1, arbitrary: fc.noShrink(changesOf(200, 400)) },
);
const page = fc.record({ offset: fc.integer({ min: 0, max: 8 }), count: fc.integer({ min: 0, max: 12 }) });

const byValue = (a: unknown, b: unknown) => (a === b ? 0 : (a as number) < (b as number) ? -1 : 1);

it('finds, sorts and pages as looking at every document does', () => {
	const order = fc.record({
		name: fc.constantFrom('price', 'downloads', 'nameKey', 'title'),
		descending: fc.boolean(),
	});
	const asked = fc.array(fc.record({ query, order, page }), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(pairs, asked, ({ before, after }, questions) => {
			const pair = new Pair(before, after);
			const { naive } = pair;
			for (const { query, order, page } of questions) {
				const found = naive.docs
					.filter(([, doc]) => query.matches(naive, doc))
					.map(([key, doc], i) => {
						const [first] = values(doc, order.name);
						return { key, i, value: typeof first === 'string' ? first.toLowerCase() : first };
					});
				const sign = order.descending ? -1 : 1;
				found.sort((a, b) => {
					if ((a.value === undefined) !== (b.value === undefined)) return a.value === undefined ? 1 : -1;
					return sign * (byValue(a.value, b.value) || a.i - b.i);
				});
				const reply = pair.run(
					...['FT.SEARCH', 'idx', query.text, 'NOCONTENT', 'DIALECT', '2'],
					...['SORTBY', order.name, order.descending ? 'DESC' : 'ASC'],
					...['LIMIT', `${page.offset}`, `${page.count}`],
				);
				const keys = found.slice(page.offset, page.offset + page.count).map(({ key }) => key);
				expect(reply, query.text).toEqual([found.length, ...keys]);
			}
		}),
		{ numRuns: 250 },
	);
});

it('scores and ranks as adding up every document does', () => {
	const asked = fc.array(fc.record({ query, page }), { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(pairs, asked, ({ before, after }, questions) => {
			const pair = new Pair(before, after);
			const { naive } = pair;
			for (const { query, page } of questions) {
				const found = naive.docs
					.filter(([, doc]) => query.matches(naive, doc))
					.map(([key, doc], i) => ({ key, i, score: query.worth(naive, doc) / naive.maxFrequency(doc) }))
					.sort((a, b) => b.score - a.score || a.i - b.i);
				const reply = pair.run(
					...['FT.SEARCH', 'idx', query.text, 'NOCONTENT', 'WITHSCORES', 'SCORER', 'TFIDF', 'DIALECT', '2'],
					...['LIMIT', `${page.offset}`, `${page.count}`],
				) as unknown[];
				const shown = found.slice(page.offset, page.offset + page.count);
				const scores = reply.filter((_, i) => i > 0 && i % 2 === 0).map(Number);
				expect(
					reply.filter((_, i) => i % 2 === 1 || i === 0),
					query.text,
				).toEqual([found.length, ...shown.map(({ key }) => key)]);
				for (const [i, score] of scores.entries()) expect(score).toBeCloseTo(shown[i]!.score, 8);
			}
		}),
		{ numRuns: 150 },
	);
});

it('counts tags and sums up groups as looking at every document does', () => {
	fc.assert(
		fc.property(pairs, query, ({ before, after }, query) => {
			const pair = new Pair(before, after);
			const { naive } = pair;
			const found = naive.docs.filter(([, doc]) => query.matches(naive, doc)).map(([, doc]) => doc);
			const counts = new Map<string, number>();
			for (const doc of found) for (const tag of splitTags(doc)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
			const rows = [...counts].sort(([a, x], [b, y]) => y - x || byValue(a, b));
			const facets = ['APPLY', "split(@tagList, ',')", 'AS', 'tag', 'GROUPBY', '1', '@tag'];
			const reply = pair.run(
				...['FT.AGGREGATE', 'idx', query.text, 'LOAD', '1', '@tagList', ...facets],
				...['REDUCE', 'COUNT', '0', 'AS', 'count', 'SORTBY', '4', '@count', 'DESC', '@tag', 'ASC'],
				...['LIMIT', '0', '3', 'DIALECT', '2'],
			);
			const first = rows.slice(0, 3).map(([tag, count]) => ['tag', tag, 'count', String(count)]);
			expect(reply, query.text).toEqual([rows.length, ...first]);
			// The same, but not in a form that is counted without looking.
			const slow = pair.run(
				...['FT.AGGREGATE', 'idx', query.text, 'LOAD', '1', '@tagList', ...facets],
				...['REDUCE', 'COUNT', '0', 'AS', 'count', 'REDUCE', 'COUNT', '0', 'AS', 'again'],
				...['SORTBY', '4', '@count', 'DESC', '@tag', 'ASC', 'LIMIT', '0', '3', 'DIALECT', '2'],
			) as unknown[][];
			expect(slow.map((row) => (Array.isArray(row) ? row.slice(0, 4) : row))).toEqual(reply);
		}),
		{ numRuns: 200 },
	);
});

/** As a row shows them: of several values the first, a list as JSON, a boolean as a number. */
function splitTags(doc: Doc): string[] {
	const value = doc.tagList ?? null;
	if (value === null) return [];
	const text =
		typeof value === 'boolean'
			? String(Number(value))
			: typeof value === 'string'
				? value
				: JSON.stringify(value);
	return text
		.split(',')
		.map((part) => part.replace(/^ +| +$/g, ''))
		.filter((part) => part !== '');
}

it('throws nothing but a RedisError, whatever a query says', () => {
	const pair = new Pair([], []);
	pair.set('p:1', { available: true, tagList: 'vase,blue', price: 3, title: 'blue mountains', body: 'calm' });
	const pieces = fc.constantFrom(
		...[
			'@title:',
			'@tagList:{',
			'}',
			'(',
			')',
			'|',
			'-',
			'~',
			'*',
			'%',
			'%%',
			'"',
			'[',
			']',
			'=>{',
			'$weight:',
			';',
		],
		...[
			'@price:[',
			'-inf',
			'(3',
			'blue',
			'mou*',
			'@',
			'\\',
			"'",
			' ',
			',',
			'$p',
			'@a|b:',
			'$slop: 1',
			'true',
			'>=',
			'1',
		],
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
		fc.array(pieces, { maxLength: 12 }).map((all) => all.join(' ')),
	);
	fc.assert(
		fc.property(text, fc.integer({ min: 1, max: 4 }), (text, dialect) => {
			try {
				parseQuery(text, dialect, new Map([['p', 'blue']]));
			} catch (cause) {
				if (!(cause instanceof RedisError)) throw cause;
			}
			const bytes = Buffer.from(text, 'utf8').toString('latin1');
			const options = ['PARAMS', '2', 'p', 'blue', 'DIALECT', String(dialect)];
			pair.run('FT.SEARCH', 'idx', bytes, 'WITHSCORES', ...options);
			pair.run('FT.SEARCH', 'idx', bytes, 'SORTBY', 'price', ...options);
			pair.run('FT.AGGREGATE', 'idx', bytes, 'APPLY', bytes, 'AS', 'x', ...options);
			pair.run('FT.SPELLCHECK', 'idx', bytes, 'DISTANCE', '4', 'DIALECT', String(dialect));
		}),
		{ numRuns: 1500 },
	);
});
