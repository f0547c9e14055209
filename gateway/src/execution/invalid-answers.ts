import type { ExecutionResult, GraphQLError } from 'graphql';

/**
 * Takes out of a result what completing it found wrong, such as a null where none may be. @apollo/gateway tells it in
 * `extensions.valueCompletion`, where no client looks.
 */
export function takeInvalid(result: Pick<ExecutionResult, 'extensions'>): readonly GraphQLError[] {
	const found = result.extensions?.valueCompletion as readonly GraphQLError[] | undefined;
	if (!found) return [];
	delete result.extensions;
	return found;
}
