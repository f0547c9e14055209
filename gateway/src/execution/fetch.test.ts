import type { GraphQLDataSource } from '@apollo/gateway';
import type { FetchNode } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fetchEntities } from './fetch.ts';
import type { JsonObject } from './json.ts';
import type { Run } from './run.ts';

const node = {
	kind: 'Fetch',
	serviceName: 'pets',
	operation:
		'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{pet{id}}}}',
	operationKind: 'query',
	requires: [
		{
			kind: 'InlineFragment',
			typeCondition: 'Person',
			selections: [
				{ kind: 'Field', name: '__typename' },
				{ kind: 'Field', name: 'id' },
			],
		},
	],
} as unknown as FetchNode;

const person = (id: string): JsonObject => ({ __typename: 'Person', id });

/** @param answer of the subgraph, by the representations that it is asked for */
async function run(
	data: JsonObject,
	answer: (ids: unknown[]) => object,
): Promise<Run & { asked: unknown[] }> {
	const asked: unknown[] = [];
	const pets: GraphQLDataSource = {
		async process({ request }) {
			const ids = request.variables?.representations.map(({ id }: JsonObject) => id);
			asked.push(ids);
			return answer(ids);
		},
	};
	const given: Run = {
		data,
		errors: [],
		variables: {},
		conditions: new Map(),
		dataSources: { pets },
		supergraphSchema: buildSchema('type Person { id: ID } type Query { a: Person }'),
		requestContext: {} as Run['requestContext'],
		isMirrored: false,
	};
	await fetchEntities(node, [['one'], ['many', '@']])(given);
	return Object.assign(given, { asked });
}

const entities = (ids: unknown[]) => ({
	data: { _entities: ids.map((id) => ({ pet: { id: `pet-${id}` } })) },
});

describe('entities in several places', () => {
	it('are asked for once, and each place gets its own', async () => {
		const data = { one: person('1'), many: [person('2'), person('1'), null] };
		const { asked } = await run(data, entities);
		expect(asked).toEqual([['1', '2']]);
		const [, second] = data.many as JsonObject[];
		expect(data.one.pet).toEqual({ id: 'pet-1' });
		expect(second?.pet).toEqual({ id: 'pet-1' });
		(second!.pet as JsonObject).id = 'changed';
		expect(data.one.pet).toEqual({ id: 'pet-1' });
	});

	it('leave what is kept for others as it is', async () => {
		const kept = { pet: { id: 'kept' } };
		const data = { one: person('1'), many: [] };
		await run(data, () => ({ data: { _entities: [kept] }, isKept: true }));
		(data.one.pet as JsonObject).id = 'changed';
		expect(kept).toEqual({ pet: { id: 'kept' } });
	});

	it('have an error at each place', async () => {
		const data = { one: person('1'), many: [person('2'), person('1')] };
		const error = { message: 'gone', path: ['_entities', 0, 'pet', 'id'] };
		const { errors } = await run(data, () => ({ data: { _entities: [null, null] }, errors: [error] }));
		expect(errors.map(({ path }) => path)).toEqual([
			['one', 'pet', 'id'],
			['many', 1, 'pet', 'id'],
		]);
	});

	it('are told when the subgraph answers others', async () => {
		for (const answer of [{ data: { _entities: [] } }, { data: { _entities: 'x' } }]) {
			const { errors } = await run({ one: person('1'), many: [] }, () => answer);
			expect(errors[0]?.message).toContain('other entities than it was asked for');
		}
	});
});
