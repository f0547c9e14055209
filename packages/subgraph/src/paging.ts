import { badInput } from './scalars.ts';

/** How many a page may hold. */
const maxPageSize = 100;

/**
 * The size of a list, checked.
 *
 * @param name the argument, for the error
 * @throws BAD_USER_INPUT below 1 or above the limit
 */
export function pageSize(value: number, name = 'first', limit = maxPageSize): number {
	if (value >= 1 && value <= limit) return value;
	throw badInput(`"${name}" must be from 1 to ${limit}; ${value} was asked.`);
}

/** An opaque cursor of a list. The kind keeps a cursor of one list from being used in another. */
export function encodeCursor(kind: string, position: unknown): string {
	return Buffer.from(JSON.stringify([kind, position])).toString('base64url');
}

/**
 * The position that a cursor stands for.
 *
 * @param read the position that was encoded, or undefined when it is none of this list's
 * @throws BAD_USER_INPUT when the cursor is none, or of another list
 */
export function decodeCursor<Position>(
	kind: string,
	cursor: string,
	read: (encoded: unknown) => Position | undefined,
): Position {
	const position = read(encodedPosition(kind, cursor));
	if (position !== undefined) return position;
	throw badInput('This cursor does not belong to this list. Use one from a pageInfo of the same query.');
}

function encodedPosition(kind: string, cursor: string): unknown {
	try {
		const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
		return Array.isArray(decoded) && decoded.length === 2 && decoded[0] === kind ? decoded[1] : undefined;
	} catch {
		// Not JSON: no cursor either.
		return undefined;
	}
}
