import { isPrintableLine } from '@infinite-blob/subgraph/printable';
import { UserErrors } from '@infinite-blob/subgraph/user-error';
import { z } from 'zod';
import type { Customer } from './order.ts';
import { OrderError } from './order-error.ts';

const nameLimit = 100;
const emailLimit = 254;
const keyLimit = 64;
const email = z.email();
const visible = /[^\p{Z}\p{C}]/u;

/**
 * The customer, without the white space around.
 *
 * @throws UserErrors with INVALID_CUSTOMER for each field at fault
 */
export function checkCustomer(input: Customer): Customer {
	const customer = {
		firstName: input.firstName.trim(),
		lastName: input.lastName.trim(),
		email: input.email.trim(),
	};
	const errors = [
		nameError(customer.firstName, 'firstName', 'first name'),
		nameError(customer.lastName, 'lastName', 'last name'),
		emailError(customer.email),
	].filter((error) => error !== undefined);
	if (errors.length > 0) throw new UserErrors(errors);
	return customer;
}

/** @throws INVALID_INPUT when it is empty or longer than 64 characters */
export function checkIdempotencyKey(key: string, field: string[]): void {
	if (key.length >= 1 && key.length <= keyLimit) return;
	const message = `An idempotency key has 1 to ${keyLimit} characters.`;
	throw new OrderError('INVALID_INPUT', message, field);
}

/** @throws INVALID_PAYMENT_METHOD when the provider does not know it */
export function checkPaymentMethod(
	method: string,
	isKnown: (method: string) => boolean,
	field: string[],
): void {
	if (isKnown(method)) return;
	throw new OrderError(
		'INVALID_PAYMENT_METHOD',
		'The payment provider knows no such payment method. Choose one of its cards, such as pm_card_visa.',
		field,
	);
}

function nameError(name: string, key: keyof Customer, words: string): OrderError | undefined {
	if (!visible.test(name)) return invalid(key, `Enter your ${words}.`);
	if (name.length > nameLimit) return invalid(key, `Your ${words} may have up to ${nameLimit} characters.`);
	if (!isPrintableLine(name)) return invalid(key, `Your ${words} has characters that cannot be printed.`);
	return undefined;
}

function emailError(address: string): OrderError | undefined {
	if (address.length <= emailLimit && email.safeParse(address).success) return undefined;
	return invalid('email', 'Enter an e-mail address like name@example.com.');
}

function invalid(key: keyof Customer, message: string): OrderError {
	return new OrderError('INVALID_CUSTOMER', message, ['input', 'customer', key]);
}
