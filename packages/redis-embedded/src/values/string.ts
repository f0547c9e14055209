import { type Value, WholeValue } from './value.ts';

/** A string of bytes. */
export class StringValue extends WholeValue implements Value {
	readonly type = 'string';
	text: string;
	constructor(text = '') {
		super();
		this.text = text;
	}
	head(): string {
		return this.text;
	}
}
