import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { KnownDocuments } from './known-documents.ts';

const schema = buildSchema('type Query { first: Int }');

test('a document that comes again is the one parsed before', () => {
	const documents = new KnownDocuments();
	expect(documents.parse('{ first }')).toBe(documents.parse('{ first }'));
});

test('of more than it has room for it forgets what was not used for the longest time', () => {
	const documents = new KnownDocuments('{ a }{ b }'.length);
	const [a, b] = [documents.parse('{ a }'), documents.parse('{ b }')];
	documents.parse('{ a }');
	documents.parse('{ c }');
	expect(documents.parse('{ a }')).toBe(a);
	expect(documents.parse('{ b }')).not.toBe(b);
});

test('an invalid document is refused each time, and a valid one only where its schema holds', () => {
	const documents = new KnownDocuments();
	const document = documents.parse('{ first }');
	expect(documents.validate(schema, document)).toEqual([]);
	expect(documents.validate(schema, document)).toEqual([]);
	const other = buildSchema('type Query { second: Int }');
	for (const _ of [1, 2]) expect(documents.validate(other, document)).toHaveLength(1);
});
