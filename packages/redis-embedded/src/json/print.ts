import type { Json } from '../values/json.ts';
import { showName, stringify } from './text.ts';
import { isArray, isObject } from './values.ts';

/** How JSON.GET lays out what it prints. */
export interface Layout {
	indent: string;
	newline: string;
	space: string;
}

export function print(value: Json, layout: Layout): string {
	const { indent, newline, space } = layout;
	return indent === '' && newline === '' && space === '' ? stringify(value) : pretty(value, layout, '');
}

function pretty(value: Json, layout: Layout, margin: string): string {
	const inner = margin + layout.indent;
	let items: string[];
	if (isArray(value)) items = value.map((item) => pretty(item, layout, inner));
	else if (isObject(value)) {
		items = Object.entries(value).map(
			([name, item]) => `${JSON.stringify(showName(name))}:${layout.space}${pretty(item, layout, inner)}`,
		);
	} else return stringify(value);
	const [open, close] = isArray(value) ? '[]' : '{}';
	if (items.length === 0) return `${open}${close}`;
	const lines = items.map((item) => layout.newline + inner + item);
	return `${open}${lines.join(',')}${layout.newline}${margin}${close}`;
}
