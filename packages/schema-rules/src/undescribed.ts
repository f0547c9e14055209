import {
	type GraphQLSchema,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isObjectType,
	isSpecifiedScalarType,
} from 'graphql';

/** What of a schema has no description for those who use it, as coordinates: `Product`, `Product.price(currency:)`. */
export function undescribed(schema: GraphQLSchema): string[] {
	const found: string[] = [];
	const look = (coordinate: string, { description }: { description?: string | null | undefined }) => {
		if (!description?.trim()) found.push(coordinate);
	};
	const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
	for (const type of Object.values(schema.getTypeMap())) {
		if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
		if (!isObjectType(type) || !roots.has(type)) look(type.name, type);
		if (isObjectType(type) || isInterfaceType(type)) {
			for (const field of Object.values(type.getFields())) {
				look(`${type.name}.${field.name}`, field);
				for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
			}
		} else if (isInputObjectType(type)) {
			for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
		} else if (isEnumType(type)) {
			for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
		}
	}
	return found;
}
