import { GraphQLError } from 'graphql';
import type { TestSubgraph } from '../federation-under-test.ts';
import { byId } from './references.ts';

const people = [
	{ id: '1', name: 'Ada', friendIds: ['2', '3'], bestId: '2' },
	{ id: '2', name: 'Grace', friendIds: ['1', '1'], bestId: null },
	{ id: '3', name: null, friendIds: [], bestId: '9' },
];
const references = (ids: readonly (string | null)[]) => ids.map((id) => id && { __typename: 'Person', id });

/** Entities that refer to each other, nulls and errors. */
export const social: Record<string, TestSubgraph> = {
	people: {
		schema: `
			type Query { people: [Person!]! person(id: ID!): Person nobody: Person matrix: [[Person]] }
			type Person @key(fields: "id") { id: ID! name: String required: String! title(prefix: String = "Dr"): String }
		`,
		resolvers: {
			Query: {
				people: () => people,
				person: (_: unknown, { id }: { id: string }) => people.find((row) => row.id === id),
				nobody: () => null,
				matrix: () => [[people[0], null], null, [], [people[1], people[0]]],
			},
			Person: {
				...byId(people),
				required: ({ name }: { name: string | null }) => {
					if (!name) throw new GraphQLError('no name', { extensions: { code: 'NO_NAME' } });
					return name;
				},
				title: ({ name }: { name: string }, { prefix }: { prefix: string }) => `${prefix} ${name}`,
			},
		},
	},
	friends: {
		schema: `
			type Person @key(fields: "id") { id: ID! friends: [Person!] best: Person strict: [Person!]! count: Int! }
			type Query { friendliest: Person! }
		`,
		resolvers: {
			Query: { friendliest: () => ({ id: '1' }) },
			Person: {
				...byId(people),
				friends: ({ friendIds }: { friendIds: string[] }) => references(friendIds),
				best: ({ bestId }: { bestId: string }) => references([bestId])[0],
				strict: ({ friendIds }: { friendIds: string[] }) => references(friendIds),
				count: ({ friendIds }: { friendIds: string[] }) => {
					if (friendIds.length === 0) throw new Error('none');
					return friendIds.length;
				},
			},
		},
	},
};
