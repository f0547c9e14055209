import { type Value, WholeValue } from './value.ts';

/** A string of bytes. */
export class StringValue extends WholeValue implements Value {
	text: string;
	constructor(text = '') {
		super();
		this.text = text;
	}
	get type() {
		return 'string' as const;
	}
	head(): string {
		return this.text;
	}
}
