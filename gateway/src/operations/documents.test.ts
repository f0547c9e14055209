import { buildSchema, specifiedRules } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Documents } from './documents.ts';

const schema = buildSchema('type Query { a(b: Int): Int }');

describe('a document', () => {
	it('is read once when it has proved valid, and each time when it has not', () => {
		const documents = new Documents(100);
		const first = documents.read('{ a }');
		expect(documents.read('{ a }')).not.toBe(first);
		expect(documents.byHash(first.hash)).toBeUndefined();
		documents.remember(first);
		expect(documents.read('{ a }')).toBe(first);
		expect(documents.byHash(first.hash)).toBe(first.document);
	});

	it('is forgotten when others of very many tokens came after it', () => {
		const documents = new Documents(200_000);
		const first = documents.read('{ a }');
		documents.remember(first);
		for (const size of [100_000, 150_000]) documents.remember(documents.read(`{ ${'a '.repeat(size)}}`));
		expect(documents.read('{ a }')).not.toBe(first);
		expect(documents.byHash(first.hash)).toBeUndefined();
	});

	it('tells where it is wrong, remembered or not', () => {
		const documents = new Documents(100);
		const known = documents.read('{\n  a(b: "x")\n}');
		const found = () => known.validate(schema, specifiedRules).map(({ locations }) => locations);
		expect(found()).toEqual([[{ line: 2, column: 8 }]]);
		documents.remember(known);
		expect(found()).toEqual([[{ line: 2, column: 8 }]]);
	});
});
