import fc from 'fast-check';
import {
	type GraphQLCompositeType,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isCompositeType,
	isNonNullType,
	isUnionType,
} from 'graphql';

type Draw = fc.GeneratorValue;

const chance = (draw: Draw, percent: number) => draw(fc.nat, { max: 99 }) < percent;
const oneOf = <T>(draw: Draw, values: readonly T[]): T => values[draw(fc.nat, { max: values.length - 1 })]!;

/** The variables of every operation: a condition that holds, and one that does not. */
export const conditions = { yes: true, no: false };

/**
 * An operation over all of a schema: aliases, conditions, fragments with and without a name, nested to some depth. Now
 * and then it is not valid, where fields of the same name differ.
 */
export function randomOperation(schema: GraphQLSchema, draw: Draw): string {
	const fragments: string[] = [];

	function selectionSet(type: GraphQLCompositeType, depth: number): string {
		const count = 1 + draw(fc.nat, { max: 3 });
		const selections = Array.from({ length: count }, () => selection(type, depth));
		return `{ ${selections.join(' ')} }`;
	}

	function selection(type: GraphQLCompositeType, depth: number): string {
		if (depth > 0 && chance(draw, isUnionType(type) ? 80 : 20)) return fragment(type, depth - 1);
		if (isUnionType(type) || chance(draw, 8)) return `${alias()}__typename`;
		const fields = Object.values(type.getFields()).filter(
			(field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
		);
		if (fields.length === 0) return '__typename';
		const field = oneOf(draw, fields);
		const required = field.args.filter((arg) => isNonNullType(arg.type));
		const given = required.length > 0 ? `(${required.map((arg) => `${arg.name}: ${oneOf(draw, ids)}`)})` : '';
		return `${alias()}${field.name}${given}${condition()}${within(field.type, depth)}`;
	}

	function within(type: GraphQLOutputType, depth: number): string {
		const named = getNamedType(type);
		return isCompositeType(named) ? ` ${selectionSet(named, depth - 1)}` : '';
	}

	function fragment(type: GraphQLCompositeType, depth: number): string {
		const narrowed = isAbstractType(type) ? oneOf(draw, [type, ...schema.getPossibleTypes(type)]) : type;
		const set = selectionSet(narrowed, depth);
		if (chance(draw, 60)) return `... on ${narrowed.name}${condition()} ${set}`;
		fragments.push(`fragment F${fragments.length} on ${narrowed.name} ${set}`);
		return `...F${fragments.length - 1}${condition()}`;
	}

	const alias = () => (chance(draw, 15) ? `a${draw(fc.nat, { max: 9 })}: ` : '');
	const condition = () =>
		chance(draw, 10) ? ` @${oneOf(draw, ['skip', 'include'])}(if: $${oneOf(draw, ['yes', 'no'])})` : '';

	const query = schema.getQueryType()!;
	const set = selectionSet(query, 6);
	const text = `${set} ${fragments.join(' ')}`;
	const used = Object.keys(conditions).filter((name) => text.includes(`$${name}`));
	const variables = used.length > 0 ? `(${used.map((name) => `$${name}: Boolean!`).join(', ')})` : '';
	return `query ${variables} ${text}`;
}

const ids = ['"1"', '"3"', '"b1"', '"f1"'];
