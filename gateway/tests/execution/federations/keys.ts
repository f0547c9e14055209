import { GraphQLError } from 'graphql';
import type { TestSubgraph } from '../federation-under-test.ts';

const books = ['1', '2', '3', '4', '5'].map((id) => ({
	id,
	upc: `u${id}`,
	pages: id === '5' ? null : 100,
	place: id === '2' ? null : { row: Number(id), column: id === '1' ? null : 7 },
}));

/** The third is not known, the fourth cannot be told of. */
function found(book: (typeof books)[number] | undefined) {
	if (book?.id === '4') throw new GraphQLError('torn', { path: ['elsewhere'] });
	return book?.id === '3' ? null : book;
}

/** From one key to another, of one field or of several, with books that get lost on the way. */
export const keys: Record<string, TestSubgraph> = {
	shelves: {
		schema: `
			type Query { shelves: [[Shelf]] }
			type Shelf { book: Book books: [Book!] }
			type Book @key(fields: "upc") { upc: ID! }
		`,
		resolvers: {
			Query: { shelves: () => [books.map((book) => ({ book, books })), null, [{ book: null, books: [] }]] },
		},
	},
	index: {
		schema: 'type Book @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! }',
		resolvers: {
			Book: {
				__resolveReference: ({ id, upc }: { id?: string; upc?: string }) =>
					found(books.find((book) => book.id === id || book.upc === upc)),
			},
		},
	},
	places: {
		schema: `
			type Book @key(fields: "id") { id: ID! pages: Int! place: Place @shareable author: Author }
			type Place @shareable { row: Int! column: Int }
			type Author @key(fields: "name country { code }") { name: String! country: Country }
			type Country @shareable { code: String }
		`,
		resolvers: {
			Book: {
				__resolveReference: ({ id }: { id: string }) => books.find((book) => book.id === id),
				author: ({ id }: { id: string }) => ({ name: `A${id}`, country: id === '1' ? { code: 'PL' } : null }),
			},
		},
	},
	copies: {
		schema: `
			type Book @key(fields: "id place { row column }") { id: ID! place: Place copies: Int }
			type Place @shareable { row: Int! column: Int }
			type Author @key(fields: "name country { code }") { name: String! country: Country born: Int! }
			type Country @shareable { code: String }
		`,
		resolvers: {
			Book: {
				__resolveReference: (reference: object) => reference,
				copies: ({ place }: { place: { row: number } | null }) => place?.row,
			},
			Author: {
				__resolveReference: (reference: { country: object | null }) => reference.country && reference,
				born: ({ country }: { country: { code: string } }) => country.code.length,
			},
		},
	},
};
