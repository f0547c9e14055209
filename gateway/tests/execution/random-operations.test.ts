import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { FederationUnderTest, type Outcome } from './federation-under-test.ts';
import { circles } from './federations/circles.ts';
import { keys } from './federations/keys.ts';
import { media } from './federations/media.ts';
import { nodes } from './federations/nodes.ts';
import { sharedRoots } from './federations/shared-roots.ts';
import { shipping } from './federations/shipping.ts';
import { social } from './federations/social.ts';
import { unions } from './federations/unions.ts';
import { conditions, randomOperation } from './random-operation.ts';

/** Of each federation, other ones at every run of the tests; a failure tells the seed. */
const numRuns = 40;

const federations = { circles, keys, media, nodes, sharedRoots, shipping, social, unions };

/**
 * @apollo/gateway tells the place of an entity's error among those that were asked for, not among all, and names a field
 * that broke the schema by its alias.
 */
function comparable({ data, errors, invalid }: Outcome): Outcome {
	const placeless = (error: string) =>
		error.replace(/(?<=[.])\d+(?=[ .])/g, '@').replace(/field [\w.]+/, 'field');
	const all = (told: string[]) => told.map(placeless).toSorted();
	return { data, errors: all(errors), invalid: all(invalid) };
}

describe('operations drawn at random are answered as by @apollo/gateway', () => {
	for (const [name, subgraphs] of Object.entries(federations)) {
		it(name, async () => {
			const federation = new FederationUnderTest(subgraphs);
			await fc.assert(
				fc.asyncProperty(fc.gen(), async (draw) => {
					const operation = randomOperation(federation.schema, draw);
					fc.pre(validate(federation.schema, parse(operation)).length === 0);
					const [expected, given] = [
						await federation.apollos(operation, conditions),
						await federation.ours(operation, conditions),
					];
					expect(comparable(given), operation).toEqual(comparable(expected));
				}),
				{ numRuns, endOnFailure: true },
			);
		});
	}
});
