import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RedisError } from '../src/protocol/reply.ts';
import { parseQuery } from '../src/search/query/query.ts';
import { type Doc, values } from './search/naive-index.ts';
import { Pair, pairs } from './search/random-changes.ts';
import { query, score } from './search/random-query.ts';

const page = fc
	.record({ offset: fc.integer({ min: 0, max: 8 }), count: fc.integer({ min: 0, max: 12 }) })
	.map(({ offset, count }) => ({ offset: count === 0 ? 0 : offset, count }));

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
						const isPrinted = order.name === 'title' && Array.isArray(doc.title);
						return { key, i, value: isPrinted ? JSON.stringify(doc.title) : first };
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
					.map(([key, doc], i) => ({ key, i, score: score(naive, doc, query) }))
					.sort((a, b) => b.score - a.score || a.i - b.i);
				const reply = pair.run(
					...['FT.SEARCH', 'idx', query.text, 'NOCONTENT', 'WITHSCORES', 'SCORER', 'TFIDF', 'DIALECT', '2'],
					...['LIMIT', `${page.offset}`, `${page.count}`],
				) as unknown[];
				const shown = found.slice(page.offset, page.offset + page.count);
				const scores = reply
					.filter((_, i) => i > 0 && i % 2 === 0)
					.map((text) => Number(text === 'inf' ? 'Infinity' : text) || 0);
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

it('gives the first rows by score and number as sorting all of them does', () => {
	const asked = fc.array(fc.record({ query, page, descending: fc.boolean() }), {
		minLength: 1,
		maxLength: 4,
	});
	const replies = (complete: boolean) =>
		fc.property(pairs, asked, ({ before, after }, questions) => {
			const pair = new Pair(before, after);
			const { naive } = pair;
			if (complete)
				for (const [key, doc] of [...naive.docs]) pair.set(key, { ...doc, downloads: key.length });
			for (const { query, page, descending } of questions) {
				const found = naive.docs
					.filter(([, doc]) => query.matches(naive, doc))
					.map(([key, doc], i) => {
						const downloads = values(doc, 'downloads')[0] as number | undefined;
						return { key, i, score: score(naive, doc, query), downloads };
					});
				const sign = descending ? -1 : 1;
				const byDownloads = (a?: number, b?: number) =>
					a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : sign * (a - b);
				found.sort(
					(a, b) => b.score - a.score || byDownloads(a.downloads, b.downloads) || sign * (a.i - b.i),
				);
				const end = page.offset + page.count;
				const rows = pair.run(
					...['FT.AGGREGATE', 'idx', query.text, 'DIALECT', '2', 'SCORER', 'TFIDF', 'ADDSCORES'],
					...['LOAD', '3', '@__key', 'AS', 'key', 'SORTBY', '4', '@__score', 'DESC', '@downloads'],
					...[descending ? 'DESC' : 'ASC', 'MAX', `${end || 1}`, 'LIMIT', `${page.offset}`, `${page.count}`],
				) as string[][];
				expect(
					rows.slice(1).map((row) => row[row.indexOf('key') + 1]),
					query.text,
				).toEqual(found.slice(page.offset, end).map(({ key }) => key));
			}
		});
	fc.assert(replies(true), { numRuns: 100 });
	fc.assert(replies(false), { numRuns: 100 });
});

it('counts tags and sums up groups as looking at every document does', () => {
	fc.assert(
		fc.property(pairs, query, ({ before, after }, query) => {
			const pair = new Pair(before, after);
			const { naive } = pair;
			const found = naive.docs.filter(([, doc]) => query.matches(naive, doc)).map(([, doc]) => doc);
			const counts = new Map<string | null, number>();
			for (const doc of found) {
				const tags = splitTags(doc);
				for (const tag of tags.length > 0 ? tags : [null]) counts.set(tag, (counts.get(tag) ?? 0) + 1);
			}
			const rows = [...counts].sort(
				([a, x], [b, y]) => y - x || (a === null ? -1 : b === null ? 1 : byValue(a, b)),
			);
			const facets = ['APPLY', "split(@tagList, ',')", 'AS', 'tag', 'GROUPBY', '1', '@tag'];
			const reply = pair.run(
				...['FT.AGGREGATE', 'idx', query.text, 'LOAD', '1', '@tagList', ...facets],
				...['REDUCE', 'COUNT', '0', 'AS', 'count', 'SORTBY', '4', '@count', 'DESC', '@tag', 'ASC'],
				...['LIMIT', '0', '3', 'DIALECT', '2'],
			);
			const first = rows.slice(0, 3).map(([tag, count]) => ['tag', tag, 'count', String(count)]);
			const lacking = found.some((doc) => (doc.tagList ?? null) === null);
			const refused = '-tagList: has no value, consider using EXISTS if applicable';
			expect(reply, query.text).toEqual(lacking ? refused : [rows.length, ...first]);
			// The same, but not in a form that is counted without looking.
			const slow = pair.run(
				...['FT.AGGREGATE', 'idx', query.text, 'LOAD', '1', '@tagList', ...facets],
				...['REDUCE', 'COUNT', '0', 'AS', 'count', 'REDUCE', 'COUNT', '0', 'AS', 'again'],
				...['SORTBY', '4', '@count', 'DESC', '@tag', 'ASC', 'LIMIT', '0', '3', 'DIALECT', '2'],
			);
			expect(
				Array.isArray(slow) ? slow.map((row) => (Array.isArray(row) ? row.slice(0, 4) : row)) : slow,
			).toEqual(reply);
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
				parseQuery(text, { dialect, params: new Map([['p', 'blue']]), stopWords: new Set() });
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
