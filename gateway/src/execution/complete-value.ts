import {
	GraphQLError,
	type GraphQLNamedType,
	type GraphQLOutputType,
	isEnumType,
	isListType,
	isNonNullType,
	isSpecifiedScalarType,
} from 'graphql';
import { mostErrors } from './run.ts';

/** What completing an answer has found wrong in it. */
export interface Completion {
	errors: GraphQLError[];
	/** Where it is now. */
	path: (string | number)[];
}

/** Stands for a null that an error tells of already. */
export const failed = Symbol('failed');
/** Stands for a null where none may be, so that what it is in becomes null. */
export const invalid = Symbol('invalid');

/** Checks a value, and makes of it what the client gets. */
export type Complete = (value: unknown, completion: Completion) => unknown;

/** Adds to the check of a value those of the lists around it and of their nulls. */
export function completeType(type: GraphQLOutputType, what: string, one: Complete): Complete {
	if (isNonNullType(type)) {
		const inner = completeType(type.ofType, what, one);
		return (value, completion) => {
			const completed = inner(value, completion);
			if (completed === null)
				note(completion, `Cannot return null for non-nullable ${place(what, completion)}.`);
			return completed === null || completed === failed ? invalid : completed;
		};
	}
	if (!isListType(type)) return (value, completion) => (value === null ? null : one(value, completion));
	const entry = completeType(type.ofType, what, one);
	return (value, completion) => {
		if (value === null) return null;
		if (!Array.isArray(value)) throw new GraphQLError(`A subgraph answered no list for ${what}.`);
		const { path } = completion;
		let isInvalid = false;
		const completed = value.map((given: unknown, index) => {
			path.push(index);
			const result = entry(given ?? null, completion);
			path.pop();
			if (result === invalid) isInvalid = true;
			return result === failed ? null : result;
		});
		return isInvalid ? failed : completed;
	};
}

/** The check of a scalar or an enum; a custom scalar may be anything. */
export function leaf(type: GraphQLNamedType, what: string): Complete {
	const isValid = validatorOf(type);
	return (value, completion) =>
		isValid(value) ? value : note(completion, `Invalid value found for ${place(what, completion)}.`);
}

function validatorOf(type: GraphQLNamedType): (value: unknown) => boolean {
	if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
	if (!isSpecifiedScalarType(type)) return () => true;
	switch (type.name) {
		case 'Int':
			return Number.isInteger;
		case 'Float':
			return Number.isFinite;
		case 'Boolean':
			return (value) => typeof value === 'boolean';
		case 'ID':
			return (value) => typeof value === 'string' || Number.isInteger(value);
		default:
			return (value) => typeof value === 'string';
	}
}

function place(what: string, { path }: Completion): string {
	const last = path.at(-1);
	return typeof last === 'number' ? `array element of ${what} at index ${last}` : what;
}

export function note(completion: Completion, message: string): typeof failed {
	if (completion.errors.length < mostErrors)
		completion.errors.push(new GraphQLError(message, { path: [...completion.path] }));
	return failed;
}
