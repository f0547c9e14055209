import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/**
 * Whether an object of a type is one of the type that a fragment is on.
 *
 * @param schema the supergraph's: representations name types that clients do not see
 */
export function isOfType(schema: GraphQLSchema, typename: string, condition: string): boolean {
	if (typename === condition) return true;
	const type = schema.getType(typename);
	const wanted = schema.getType(condition);
	if (!type || !wanted || !isAbstractType(wanted)) return false;
	return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}
