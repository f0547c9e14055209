import type { JsonNumber } from '../json/number.ts';
import { parse, stringify } from '../json/text.ts';
import { toBytes, toText } from '../protocol/reply.ts';
import { type Value, WholeValue } from './value.ts';

/**
 * Anything JSON can say. Strings are text here, not bytes. Numbers and names that JavaScript would change are kept
 * as src/json/number.ts and text.ts say.
 */
export type Json = null | boolean | JsonNumber | string | Json[] | JsonObject;
export interface JsonObject {
	[name: string]: Json;
}

/** So many documents stay parsed: those that were needed last. */
const PARSED = 1000;
const parsed: (JsonValue | undefined)[] = new Array(PARSED);
let oldest = 0;

/** A JSON document, kept as text, which takes far less room than what it says; and parsed while it is in use. */
export class JsonValue extends WholeValue implements Value {
	readonly type = 'ReJSON-RL';
	private root: Json | undefined;
	private text: string | undefined;
	/** Whether the text is as RedisJSON prints it, not as it was given. */
	private printed: boolean;

	/** Of the stored head: a space before it says that it is as it was given. */
	constructor(text = 'null') {
		super();
		this.printed = !text.startsWith(' ');
		this.text = this.printed ? text : text.slice(1);
	}
	get json(): Json {
		if (this.root === undefined) {
			this.keep(parse(toText(this.text!)));
			this.print();
		}
		return this.root!;
	}
	/** Replaces the document, with a text of it if there is one, or says that it was changed in place. */
	update(root: Json = this.json, text?: string): void {
		this.keep(root);
		this.text = text;
		this.printed = false;
	}
	/** A text of the document, as bytes. */
	head(): string {
		return this.text === undefined || this.printed ? this.print() : ` ${this.text}`;
	}
	/** The document's text without spaces, as bytes. */
	print(): string {
		if (this.text === undefined || !this.printed) {
			this.text = toBytes(stringify(this.json));
			this.printed = true;
		}
		return this.text;
	}

	/** Stays parsed, instead of the one that has been for longest. */
	private keep(root: Json): void {
		if (this.root === undefined) {
			parsed[oldest]?.forget();
			parsed[oldest] = this;
			oldest = (oldest + 1) % PARSED;
		}
		this.root = root;
	}
	private forget(): void {
		this.text ??= this.print();
		this.root = undefined;
	}
}
