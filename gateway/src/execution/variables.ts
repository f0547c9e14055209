import {
	coerceInputValue,
	GraphQLError,
	type GraphQLInputType,
	type GraphQLSchema,
	isNonNullType,
	type OperationDefinitionNode,
	typeFromAST,
	type VariableDefinitionNode,
} from 'graphql';
import { own } from './json.ts';

const mostErrors = 20;
const refusal = { code: 'BAD_USER_INPUT', http: { status: 400 } };

/**
 * What is wrong with the variables that a client gives; of more than twenty mistakes, the first ones. As graphql's
 * `getVariableValues`, which quotes in each error the whole object it is in: of a megabyte, that takes seconds.
 */
export function variableErrors(
	schema: GraphQLSchema,
	{ variableDefinitions = [] }: OperationDefinitionNode,
	variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
	const errors: GraphQLError[] = [];
	try {
		for (const definition of variableDefinitions) {
			check(schema, definition, own(variables, definition.variable.name.value), (message) => {
				errors.push(new GraphQLError(message, { nodes: definition, extensions: { ...refusal } }));
				if (errors.length === mostErrors) throw enough;
			});
		}
	} catch (error) {
		if (error !== enough) throw error;
	}
	return errors;
}

const enough = Symbol('enough');

function check(
	schema: GraphQLSchema,
	{ variable, type: typeNode, defaultValue }: VariableDefinitionNode,
	value: unknown,
	tell: (message: string) => void,
): void {
	const name = variable.name.value;
	// A valid document's variables have types of input.
	const type = typeFromAST(schema, typeNode) as GraphQLInputType;
	if (value === undefined) {
		if (isNonNullType(type) && !defaultValue)
			tell(`Variable "$${name}" of required type "${type}" was not provided.`);
	} else if (value === null && isNonNullType(type)) {
		tell(`Variable "$${name}" of non-null type "${type}" must not be null.`);
	} else {
		coerceInputValue(value, type, (path, _, { message }) => {
			tell(`Variable "$${name}" got invalid value${placeOf(name, path)}; ${message}`);
		});
	}
}

function placeOf(name: string, path: readonly (string | number)[]): string {
	const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
	return steps.length > 0 ? ` at "${name}${steps.join('')}"` : '';
}
