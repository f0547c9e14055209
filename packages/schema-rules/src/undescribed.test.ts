import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { undescribed } from './undescribed.ts';

it('names every type, field, argument, enum value and input field without a description', () => {
	const schema = buildSchema(`
		type Query { a(x: Int, "Said." y: Int): A "Said." b: E! }
		"Said." type A { "" f: Int, "Said." g(i: I): S }
		enum E { ONE "Said." TWO }
		input I { "Said." p: Int, q: Int }
		scalar S
	`);
	expect(undescribed(schema).toSorted()).toEqual(
		['A.f', 'A.g(i:)', 'E', 'E.ONE', 'I', 'I.q', 'Query.a', 'Query.a(x:)', 'S'].toSorted(),
	);
});
