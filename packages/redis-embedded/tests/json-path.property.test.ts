import fc from 'fast-check';
import { type JSONValue, query } from 'json-p3';
import { expect, it } from 'vitest';
import { pathOf, valuesAt } from '../src/json/path.ts';
import { toBytes } from '../src/protocol/reply.ts';
import type { Json } from '../src/values/json.ts';

/*
 * Paths against another implementation, of RFC 9535. RedisJSON's paths are older than it and differ on purpose, so
 * these are left out:
 * - An index before the first item means the first (RFC: nothing): no other negative index than -1.
 * - A filter asks what is neither list nor object itself (RFC: nothing): each filter begins with `@.name`.
 * - A path in a filter that finds several values is nothing (RFC: it exists): names alone.
 * - Nothing equals nothing in the RFC, not here: two paths are compared where both exist.
 * - Booleans have an order here: they are compared for equality alone.
 * - Selectors of several kinds in one bracket, negative steps, functions and `!` are of the RFC alone; `=~`, `$.1`
 *   and dots before brackets of RedisJSON.
 * Names that look like integers are left out since JavaScript objects, which the other one reads, move them; and
 * empty objects, which it takes for empty lists.
 */

const name = fc.constantFrom('a', 'b', 'c', 'é', 'x y', "it's", '"', '\\', '');
const scalar = fc.oneof(
	fc.integer({ min: -2, max: 3 }),
	fc.constantFrom(1.5, 2.5),
	fc.constantFrom('', 'a', 'b', 'ab'),
	fc.constantFrom(true, false, null),
);
const { document } = fc.letrec<{ document: Json }>((tie) => ({
	document: fc.oneof(
		{ maxDepth: 4, depthSize: 'large', withCrossShrink: true },
		scalar,
		fc.array(tie('document'), { maxLength: 4 }),
		fc.dictionary(name, tie('document'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
	),
}));

const quoted = fc.tuple(name, fc.constantFrom('"', "'")).map(([text, quote]) => {
	return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
});
const index = fc.integer({ min: -1, max: 4 });
const bound = fc.option(fc.integer({ min: -5, max: 5 }), { nil: '' });
const space = fc.constantFrom('', ' ');
const list = (item: fc.Arbitrary<unknown>) =>
	fc
		.tuple(fc.array(item, { minLength: 1, maxLength: 3 }), space)
		.map(([all, gap]) => all.join(`${gap},${gap}`));
const plain = fc.constantFrom('a', 'b', 'c');

const member = plain.map((each) => `@.${each}`);
const literal = scalar.map((each) => JSON.stringify(each));
const comparison = fc.oneof(
	fc.tuple(member, fc.constantFrom('==', '!='), literal),
	fc.tuple(fc.constantFrom('1', '"a"'), fc.constantFrom('<', '<=', '>', '>='), member),
	fc.tuple(member, fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom('1', '2.5', '"a"', 'null')),
	fc
		.tuple(member, fc.constantFrom('==', '!='), fc.constantFrom('@', '$'), plain)
		.map(([a, operator, from, b]) => [...[a, '&&', `${from}.${b}`, '&&', a, operator, `${from}.${b}`]]),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 2 },
		fc.tuple(comparison, space).map(([words, gap]) => words.join(gap)),
		member,
		fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map((words) => words.join(' ')),
		tie('condition').map((each) => `(${each})`),
	),
}));
const filter = fc.tuple(member, condition).map(([exists, each]) => `?${exists} && (${each})`);

const bracket = fc.oneof(
	list(quoted),
	list(index),
	fc
		.tuple(bound, bound, fc.constantFrom('', ':', ':1', ':2', ':3'))
		.map(([a, b, step]) => `${a}:${b}${step}`),
	fc.constant('*'),
	filter,
	filter.map((each) => `?(${each.slice(1)})`),
);
const step = fc.oneof(
	fc.tuple(fc.constantFrom('.', '..'), fc.oneof(plain, fc.constant('*'))).map((words) => words.join('')),
	fc
		.tuple(fc.constantFrom('', '..'), bracket, space)
		.map(([deep, each, gap]) => `${deep}[${gap}${each}${gap}]`),
);
const path = fc.array(step, { maxLength: 4 }).map((steps) => `$${steps.join('')}`);

const asTheRfc = (documents: fc.Arbitrary<Json>, paths: fc.Arbitrary<string>) =>
	fc.assert(
		fc.property(documents, paths, (json, text) => {
			expect(valuesAt(json, pathOf(toBytes(text)))).toEqual(query(text, json as JSONValue).values());
		}),
		{ numRuns: 2000 },
	);

it('finds what RFC 9535 says, in its order', () => asTheRfc(document, path));

it('filters as RFC 9535 says', () => {
	const value = fc.oneof({ arbitrary: scalar, weight: 6 }, document);
	const record = fc.record({ a: value, b: value, c: value }, { requiredKeys: ['a'], noNullPrototype: true });
	asTheRfc(
		fc.array(record, { minLength: 1, maxLength: 5 }),
		filter.map((each) => `$[${each}]`),
	);
});
