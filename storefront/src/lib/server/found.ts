import { error } from '@sveltejs/kit';
import { type Answer, GatewayError } from './gateway-client.ts';

/**
 * The field a page cannot be without: null with an error entry means that its service is down, null alone that
 * there is no such thing.
 *
 * @throws GatewayError when the service is down, a 404 with `message` when there is nothing
 */
export function found<Data, Key extends keyof Data>(
	answer: Answer<Data>,
	field: Key,
	message: string,
): NonNullable<Data[Key]> {
	const value = answer.data[field];
	if (value !== null && value !== undefined) return value;
	const failure = failureOf(answer, field);
	if (failure) throw new GatewayError(`${String(field)}: ${failure.message}`);
	error(404, message);
}

/** Whether the field is missing because of what was asked, such as a page that a mistyped address names. */
export function isBadInput<Data>(answer: Answer<Data>, field: keyof Data): boolean {
	return failureOf(answer, field)?.extensions?.code === 'BAD_USER_INPUT';
}

function failureOf<Data>({ errors }: Answer<Data>, field: keyof Data) {
	return errors.find(({ path }) => path?.[0] === field);
}
