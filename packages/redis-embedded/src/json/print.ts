import type { Json } from '../values/json.ts';

/** How JSON.GET lays out what it prints. */
export interface Format {
	indent: string;
	newline: string;
	space: string;
}

export function print(value: Json, format: Format): string {
	if (format.indent === '' && format.newline === '' && format.space === '') return JSON.stringify(value);
	return pretty(value, format, '');
}

function pretty(value: Json, format: Format, margin: string): string {
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const inner = margin + format.indent;
	const items = Array.isArray(value)
		? value.map((item) => pretty(item, format, inner))
		: Object.entries(value).map(
				([k, item]) => `${JSON.stringify(k)}:${format.space}${pretty(item, format, inner)}`,
			);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	if (items.length === 0) return `${open}${close}`;
	const lines = items.map((item) => format.newline + inner + item);
	return `${open}${lines.join(',')}${format.newline}${margin}${close}`;
}
