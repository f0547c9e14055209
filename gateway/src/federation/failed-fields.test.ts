import { describe, expect, it } from 'vitest';
import { failedFields } from './failed-fields.ts';

describe('the fields that a failed fetch leaves without a value', () => {
	it('are its root fields, by their aliases', () => {
		const query = 'query Q($id: ID!) { __typename hot: trending { id } product(id: $id) { name } }';
		expect(failedFields({ query, variables: { id: '1' } })).toEqual([['hot'], ['product']]);
	});

	it('are every field of every entity, by its type', () => {
		const query = `query ($representations: [_Any!]!) {
			_entities(representations: $representations) {
				... on Product { ad { text } like: similar { id } }
				... on Cart { recommendations { id } }
			}
		}`;
		const representations = [
			{ __typename: 'Product', id: '1' },
			{ __typename: 'Cart', id: '2' },
		];
		expect(failedFields({ query, variables: { representations } })).toEqual([
			['_entities', 0, 'ad'],
			['_entities', 0, 'like'],
			['_entities', 1, 'recommendations'],
		]);
	});

	it('are none that a directive left out, and those that a fragment brought in', () => {
		const query = `query ($with: Boolean!) { a @include(if: $with) b @skip(if: $with) ...More }
			fragment More on Query { c }`;
		expect(failedFields({ query, variables: { with: true } })).toEqual([['a'], ['c']]);
	});
});
