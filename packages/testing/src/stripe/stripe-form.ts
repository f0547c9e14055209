import { StripeProblem } from './stripe-problem.ts';

/** Parameters as they travel: `metadata[order_id]=x`, `expand[0]=y`. */
export type Form = Map<string, string>;

/** What an endpoint takes: a check for each parameter, by its name without what is in brackets. */
export type Accepts = Record<string, (value: string, name: string) => boolean>;

/** Reads a form. @throws StripeProblem for a parameter that is there twice */
export function parseForm(text: string): Form {
	const form: Form = new Map();
	for (const [name, value] of new URLSearchParams(text)) {
		if (form.has(name)) throw new StripeProblem(400, { message: `Received ${name} twice`, param: name });
		form.set(name, value);
	}
	return form;
}

/** Refuses what the endpoint does not know and what is not of the right form, as Stripe does. */
export function check(form: Form, accepts: Accepts, required: string[] = []): void {
	for (const [name, value] of form) {
		const param = name.replace(/\[.*$/, '');
		const fits = accepts[param];
		if (!fits) {
			const code = param === 'payment_method_types' ? `${param}_no_longer_supported` : 'parameter_unknown';
			throw new StripeProblem(400, { code, param, message: `Received unknown parameter: ${name}` });
		}
		if (!fits(value, name)) {
			const code = /^\d+$/.test(value) ? 'parameter_invalid_value' : 'parameter_invalid_empty';
			throw new StripeProblem(400, { code, param, message: `Invalid ${name}: ${value}` });
		}
	}
	for (const param of required) {
		if (!form.has(param))
			throw new StripeProblem(400, {
				code: 'parameter_missing',
				param,
				message: `Missing required param: ${param}.`,
			});
	}
}

/** The part of a form below one name: `metadata`. */
export function nested(form: Form, name: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [key, value] of form) {
		const inside = key.startsWith(`${name}[`) && key.endsWith(']') && key.slice(name.length + 1, -1);
		if (inside) found[inside] = value;
	}
	return found;
}

// Checks of values, for `Accepts`.
export const anything = (value: string) => value.length > 0 && value.length <= 500;
export const oneOf =
	(...values: string[]) =>
	(value: string) =>
		values.includes(value);
export const whole = (value: string) => /^\d{1,8}$/.test(value) && Number(value) > 0;
export const listOf =
	(...values: string[]) =>
	(value: string, name: string) =>
		/\[\d*\]$/.test(name) && values.includes(value);
export const named = (value: string, name: string) => /\[\w{1,40}\]$/.test(name) && anything(value);
