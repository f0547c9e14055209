/** What a caller did that cannot be done, as `userErrors` tells it. The code is one of the subgraph's own. */
export class UserError<Code extends string = string> extends Error {
	override name = 'UserError';
	readonly code: Code;
	readonly field: string[] | null;
	/** What the payload shows beside the error, if anything. */
	readonly entity: unknown;

	/**
	 * @param message for people: what is wrong and what to do
	 * @param field the path of the argument at fault, such as ['input', 'customer', 'email']
	 * @param entity what stands in the way, such as the order that is in progress
	 */
	constructor(code: Code, message: string, field: string[] | null = null, entity: unknown = null) {
		super(message);
		this.code = code;
		this.field = field;
		this.entity = entity;
	}
}

/** What the caller gets of a UserError. */
export interface UserErrorView<Code extends string> {
	code: Code;
	field: string[] | null;
	message: string;
}

/**
 * Runs a command and puts its result, or the errors the caller can expect, into the form of a mutation's payload.
 * All other errors pass through, to be logged and masked.
 *
 * @param key the payload's field for the entity
 */
export async function payload<Key extends string, Entity, Code extends string>(
	key: Key,
	command: () => Promise<Entity>,
): Promise<Record<Key, Entity | null> & { userErrors: UserErrorView<Code>[] }> {
	try {
		return result(key, await command(), []);
	} catch (error) {
		const errors =
			error instanceof UserErrors ? error.errors : error instanceof UserError ? [error] : undefined;
		if (!errors) throw error;
		return result(
			key,
			(errors[0]?.entity ?? null) as Entity | null,
			errors.map(({ code, field, message }) => ({ code: code as Code, field, message })),
		);
	}
}

/** Several user errors at once, such as a form with two fields at fault. */
export class UserErrors extends Error {
	override name = 'UserErrors';
	readonly errors: UserError[];

	constructor(errors: UserError[]) {
		super(errors.map((error) => error.message).join(' '));
		this.errors = errors;
	}
}

function result<Key extends string, Entity, Code extends string>(
	key: Key,
	entity: Entity | null,
	userErrors: UserErrorView<Code>[],
) {
	return { [key]: entity, userErrors } as Record<Key, Entity | null> & { userErrors: UserErrorView<Code>[] };
}
